package dev.storyloom.cli;

import dev.storyloom.diffusion.tensor.Precision;
import picocli.CommandLine.ITypeConverter;

/** fp32, fp16 or bf16. */
final class PrecisionOption implements ITypeConverter<Precision> {

    @Override
    public Precision convert(String name) {
        return Precision.of(name);
    }
}
