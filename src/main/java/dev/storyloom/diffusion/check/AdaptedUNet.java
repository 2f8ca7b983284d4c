package dev.storyloom.diffusion.check;

import java.util.ArrayList;
import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.storyloom.diffusion.lora.LoraLayer;
import dev.storyloom.diffusion.nn.Adaptable;
import dev.storyloom.diffusion.tensor.Torch;
import dev.storyloom.diffusion.unet.UNet;
import dev.storyloom.diffusion.weights.SafetensorsFile;

/** The reference's U-Net with LoRAs on it; closing takes them off. */
final class AdaptedUNet implements AutoCloseable {

    private static final String INPUTS = "unet/unet_A.safetensors";

    private final Reference reference;
    private final UNet unet;
    private final NDManager owner = Torch.newOwner("adapted");

    AdaptedUNet(Reference reference) {
        this.reference = reference;
        this.unet = reference.unet();
    }

    void attach(List<LoraLayer> layers, double scale) {
        for (LoraLayer layer : layers) {
            if (layer.part().equals("unet")) {
                Adaptable adapted = unet.adaptables().get(layer.module());
                var branches = new ArrayList<>(adapted.branches());
                branches.add(layer.branch(owner, scale));
                adapted.setBranches(branches);
            }
        }
    }

    /** How far the output is from the file's tensor. */
    double output(String file, String tensor) {
        SafetensorsFile in = reference.tensors(INPUTS);
        var conditioning = new UNet.Conditioning(reference.array(in, "in.encoder_hidden_states"),
                reference.array(in, "in.text_embeds"), UNetComparisons.rows(in.floats("in.time_ids")));
        NDArray computed = unet.forward(reference.array(in, "in.sample"),
                UNetComparisons.doubles(in.floats("in.timestep")), conditioning);
        return reference.error(computed, reference.tensors(file), tensor);
    }

    /** Likewise with the LoRAs merged into the weights; those the file holds after {@code prefix} are compared too. */
    double merged(String file, String tensor, String prefix) {
        SafetensorsFile wanted = reference.tensors(file);
        List<Adaptable> adapted = unet.adaptables().values().stream().filter(layer -> !layer.branches().isEmpty()).toList();
        List<NDArray> before = adapted.stream().map(Adaptable::weight).toList();
        adapted.forEach(layer -> layer.merge(owner));
        double error = output(file, tensor);
        for (String name : wanted.tensors().keySet()) {
            if (name.startsWith(prefix)) {
                Adaptable layer = unet.adaptables().get(name.substring(prefix.length()).replaceAll("\\.weight$", ""));
                error = Math.max(error, reference.error(layer.weight(), wanted, name));
            }
        }
        adapted.forEach(Adaptable::unmerge);
        return adapted.stream().map(Adaptable::weight).toList().equals(before) ? error : Double.POSITIVE_INFINITY;
    }

    @Override
    public void close() {
        unet.adaptables().values().forEach(layer -> {
            layer.unmerge();
            layer.setBranches(List.of());
        });
        owner.close();
    }
}
