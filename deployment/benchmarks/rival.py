"""The other side of `storyloom bench --against`: the same U-Net, weights and inputs in diffusers, eager, fp32.

    rival.py CONFIG_FOLDER [--threads N] [--latents N] [--rank N] [--channels-last] [--compile] step|training

Says `ready`, then answers each line it reads with the milliseconds of one repetition. On stderr, at the end, the most
memory it held. Needs torch, diffusers and, for training, peft; Storyloom itself needs none of them.
"""
import argparse
import json
import pathlib
import resource
import sys
import time

import numpy as np
import torch
from diffusers import UNet2DConditionModel

GOLDEN, MIX1, MIX2 = (np.uint64(n) for n in (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB))


def uniform(name, count):
    """SplitMix64 seeded with FNV-1a of the name: numbers in [0, 1) of 24 bits, as dev.storyloom.diffusion.bench.Recipe."""
    h = 0xCBF29CE484222325
    for byte in name.encode():
        h = (h ^ byte) * 0x100000001B3 % 2**64
    with np.errstate(over="ignore"):
        z = np.uint64(h) + np.arange(1, count + 1, dtype=np.uint64) * GOLDEN
        z = (z ^ z >> np.uint64(30)) * MIX1
        z = (z ^ z >> np.uint64(27)) * MIX2
        z ^= z >> np.uint64(31)
    return (z >> np.uint64(40)).astype(np.float32) / np.float32(2**24)


def weight(name, shape):
    count = int(np.prod(shape))
    if len(shape) >= 2:
        gain = 1.3 if name.endswith(("to_q.weight", "to_k.weight")) else 1.0
        if name.endswith(("to_out.0.weight", "ff.net.2.weight", "proj_out.weight", "conv2.weight")):
            gain = 0.5
        offset, scale = 0.0, 12**0.5 * gain / (count / shape[0]) ** 0.5
    else:
        offset, scale = (1.0, 0.4) if name.endswith("weight") else (0.0, 0.2)
    values = np.float32(offset) + (uniform(name, count) - np.float32(0.5)) * np.float32(scale)
    return torch.from_numpy(values.reshape(shape))


def normalish(name, *shape):
    parts = sum((uniform(f"{name}#{i}", int(np.prod(shape))) - np.float32(0.5)).astype(np.float64) for i in range(4))
    return torch.from_numpy((parts * 3**0.5).astype(np.float32).reshape(shape))


def build(folder):
    config = json.loads((pathlib.Path(folder) / "config.json").read_text())
    with torch.device("meta"):
        unet = UNet2DConditionModel.from_config(config)
    for path, module in unet.named_modules():
        for name, parameter in list(module._parameters.items()):
            if parameter is not None:
                value = weight(f"{path}.{name}" if path else name, tuple(parameter.shape))
                module._parameters[name] = torch.nn.Parameter(value, requires_grad=False)
    return unet.eval(), config


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("config")
    parser.add_argument("task", choices=["step", "training"])
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--latents", type=int, default=32)
    parser.add_argument("--rank", type=int, default=16)
    parser.add_argument("--channels-last", action="store_true")
    parser.add_argument("--compile", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    unet, config = build(options.config)
    rows, side = (2 if options.task == "step" else 1), options.latents
    latents = normalish("input.sample", rows, config["in_channels"], side, side)
    context = normalish("input.encoder_hidden_states", rows, 77, config["cross_attention_dim"])
    pooled_width = config["projection_class_embeddings_input_dim"] - 6 * config["addition_time_embed_dim"]
    added = {
        "text_embeds": normalish("input.text_embeds", rows, pooled_width),
        "time_ids": torch.tensor([[side * 8.0, side * 8.0, 0.0, 0.0, side * 8.0, side * 8.0]] * rows),
    }
    noise = normalish("input.noise", *latents.shape)
    timesteps = torch.full((rows,), 501)
    if options.channels_last:
        unet, latents = unet.to(memory_format=torch.channels_last), latents.to(memory_format=torch.channels_last)
    if options.task == "training":
        from peft import LoraConfig

        unet.add_adapter(LoraConfig(r=options.rank, lora_alpha=options.rank, init_lora_weights="gaussian",
                                    target_modules=["to_k", "to_q", "to_v", "to_out.0"]))
        unet.train()
        trained = [parameter for parameter in unet.parameters() if parameter.requires_grad]
        optimizer = torch.optim.AdamW(trained, lr=1e-4, weight_decay=1e-2)
    model = torch.compile(unet) if options.compile else unet

    def predict():
        return model(latents, timesteps, context, added_cond_kwargs=added, return_dict=False)[0]

    def step():
        with torch.no_grad():
            predict()

    def training():
        torch.nn.functional.mse_loss(predict(), noise).backward()
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        optimizer.step()
        optimizer.zero_grad()

    task = {"step": step, "training": training}[options.task]
    task()
    print("ready", flush=True)
    for _ in sys.stdin:
        begin = time.perf_counter()
        task()
        print((time.perf_counter() - begin) * 1e3, flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    print(f"diffusers, {options.task}: peak {peak} MiB", file=sys.stderr, flush=True)


main()
