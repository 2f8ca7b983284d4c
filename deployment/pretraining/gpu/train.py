"""Trains storyloom-mini on a GPU, on shards that `storyloom pretrain --stage scenes` paints, and writes the same files
as `storyloom pretrain` does: one stage a process, run side by side. Each looks for new shards while it goes on.

    vae       the VAE, from the weights in the model folder, on scenes and on textures like a photograph's
    encode    latents and tokens of every shard, with that VAE
    probe     the classifier that judges what pictures show
    denoiser  U-Net and both text encoders; stops after --seconds and goes on from its checkpoint when called again
    evaluate  500 prompts of held-out combinations in each language, guidance 5, 20 steps, judged by the probe

Needs torch, numpy, pillow, safetensors, transformers and diffusers.
"""
import argparse
import functools
import glob
import json
import math
import multiprocessing
import os
import random
import time
from concurrent.futures import ProcessPoolExecutor

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image, ImageDraw, ImageFilter
from safetensors.torch import load_file, save_file
from torch import nn

SIDE = 128
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
LANGUAGES = ("english", "vietnamese")
VIETNAMESE = 0.45
UNCONDITIONAL = 0.12
BRIEF = 0.08
STRANGE_WORDS = 0.15
NEGATIVE = ("blurry", "low quality", "ugly", "deformed", "text", "watermark", "scary", "dark", "extra limbs", "photo",
            "cropped", "bad anatomy", "signature", "violent", "blood", "weapon")
torch.backends.cuda.matmul.allow_tf32 = True
torch.backends.cudnn.allow_tf32 = True
torch.backends.cudnn.benchmark = True
torch._dynamo.config.suppress_errors = True


def say(*words):
    print(time.strftime("%H:%M:%S"), *words, flush=True)


def on_gpu(function):
    """Compiled where there is a GPU to compile for."""
    return torch.compile(function) if DEVICE == "cuda" and not os.environ.get("EAGER") else function


# What the painter made


def shard_names(folder):
    return sorted(os.path.basename(p)[:-5] for p in glob.glob(f"{folder}/scenes-*.json"))


def wait_for(count, folder):
    while len(shard_names(folder)) < count:
        time.sleep(0.5)


def pictures(folder, name):
    """(N, 128, 128, 3) bytes."""
    return np.fromfile(f"{folder}/{name}.rgb", np.uint8).reshape(-1, SIDE, SIDE, 3)


def to_model(bytes_):
    """(N, 3, 128, 128) in [-1, 1] on the device."""
    return bytes_.to(DEVICE, non_blocking=True).permute(0, 3, 1, 2).float().div_(127.5).sub_(1)


def texture(seed):
    """Something with a photograph's statistics: leaves that hide one another, of all sizes, with grain, light and blur."""
    r = np.random.default_rng(seed)
    side = 2 * SIDE
    palette = r.integers(0, 256, (r.integers(3, 12), 3))
    # Few colours of the world are as bright as chance is.
    palette = palette.mean(1, keepdims=True) + r.uniform(0.15, 1) * (palette - palette.mean(1, keepdims=True))
    image = np.full((side, side, 3), palette[0], np.float32)
    smallest, power = r.uniform(2, 12), r.uniform(1.5, 3)
    for _ in range(int(r.integers(30, 400))):
        size = min(side * 0.7, smallest * (1 - r.random()) ** (-1 / power))
        colour = np.clip(palette[r.integers(len(palette))] + r.normal(0, 18, 3), 0, 255)
        # An ellipse, a box, a shard or a twig, all as polygons.
        corners = int(r.choice([16, 4, r.integers(3, 9), 4]))
        angles = np.linspace(0, 2 * np.pi, corners, endpoint=False)
        if corners < 16:
            angles = np.sort(angles + r.uniform(-0.5, 0.5, corners))
        reach = size * (r.uniform(0.4, 1.3, corners) if 4 < corners < 16 else 1)
        flat = r.uniform(0.05, 1)
        u, v, turn = reach * np.cos(angles), reach * np.sin(angles) * flat, r.uniform(0, 2 * np.pi)
        x, y = r.uniform(-20, side + 20, 2)
        points = np.stack([x + u * np.cos(turn) - v * np.sin(turn), y + u * np.sin(turn) + v * np.cos(turn)], 1)
        (left, top), (right_, bottom) = points.min(0).clip(0, side).astype(int), points.max(0).clip(0, side).astype(int) + 1
        if right_ - left < 2 or bottom - top < 2:
            continue
        mask = Image.new("L", (right_ - left, bottom - top))
        ImageDraw.Draw(mask).polygon([tuple(p) for p in points - (left, top)], fill=255)
        box = image[top:bottom, left:right_]
        where = np.asarray(mask)[:len(box), :box.shape[1]] > 0
        grain = r.normal(0, r.uniform(3, 30), (int(where.sum()), 1)) if r.random() < 0.4 else 0
        box[where] = np.clip(colour + grain, 0, 255)
    if r.random() < 0.6:
        # Clouds: noise whose power falls with the square of the frequency or so.
        f = np.hypot(np.fft.fftfreq(side)[:, None], np.fft.rfftfreq(side)[None])
        f[0, 0] = 1
        cloud = np.fft.irfft2(f ** -r.uniform(0.6, 1.6) * np.exp(2j * np.pi * r.random(f.shape)), (side, side))
        image += (cloud / cloud.std())[..., None] * r.uniform(5, 40) * r.uniform(0.5, 1, 3)
    light = np.linspace(r.uniform(0.5, 1.2), r.uniform(0.5, 1.2), side)
    image *= light[:, None, None] if r.random() < 0.5 else light[None, :, None]
    picture = Image.fromarray(np.clip(image, 0, 255).astype(np.uint8))
    if r.random() < 0.5:
        picture = picture.filter(ImageFilter.GaussianBlur(r.uniform(0.4, 3)))
    image = np.asarray(picture.resize((SIDE, SIDE), Image.BOX)).astype(np.float32)
    if r.random() < 0.4:
        image += r.normal(0, r.uniform(1, 8), image.shape)
    return np.clip(image, 0, 255).astype(np.uint8)


def write_sheet(pictures_, file):
    """Pictures (N, 128, 128, 3), eight a row."""
    rows = (len(pictures_) + 7) // 8
    blank = np.zeros((rows * 8 - len(pictures_), SIDE, SIDE, 3), np.uint8)
    grid = np.concatenate([pictures_, blank]).reshape(rows, 8, SIDE, SIDE, 3).swapaxes(1, 2)
    Image.fromarray(grid.reshape(rows * SIDE, 8 * SIDE, 3)).save(file)


# Models


def config_of(model, part):
    with open(f"{model}/{part}/config.json") as file:
        return json.load(file)


def build_vae(model):
    from diffusers import AutoencoderKL
    vae = AutoencoderKL.from_config(config_of(model, "vae")).to(DEVICE)
    vae.load_state_dict(load_file(f"{model}/vae/diffusion_pytorch_model.safetensors"))
    return vae.to(memory_format=torch.channels_last)


class Denoiser(nn.Module):
    """U-Net and both text encoders."""

    def __init__(self, model):
        super().__init__()
        from diffusers import UNet2DConditionModel
        from transformers import CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection
        self.unet = UNet2DConditionModel.from_config(config_of(model, "unet"))
        self.text_encoder = CLIPTextModel(CLIPTextConfig(**config_of(model, "text_encoder")))
        self.text_encoder_2 = CLIPTextModelWithProjection(CLIPTextConfig(**config_of(model, "text_encoder_2")))

    def begin(self):
        """As FreshWeights draws them: identity norms, matrices that keep the variance, small ends of residual branches."""
        small = ("conv2.weight", "proj_out.weight", "to_out.0.weight", "ff.net.2.weight", "out_proj.weight",
                 "fc2.weight", "conv_out.weight")
        for name, p in self.named_parameters():
            if p.dim() == 1:
                nn.init.constant_(p, 1 if name.endswith("weight") else 0)
            else:
                std = 0.05 if "embedding.weight" in name else (p.numel() / p.shape[0]) ** -0.5
                nn.init.normal_(p, 0, std * (0.2 if name.endswith(small) else 1))

    def texts(self, first, second):
        one = self.text_encoder(first, output_hidden_states=True)
        two = self.text_encoder_2(second, output_hidden_states=True)
        return torch.cat([one.hidden_states[-2], two.hidden_states[-2]], 2), two.text_embeds

    def predict(self, noisy, t, context, pooled, ids):
        return self.unet(noisy, t, context, added_cond_kwargs={"text_embeds": pooled, "time_ids": ids},
                         return_dict=False)[0]

    def forward(self, noisy, t, first, second, present, ids):
        context, pooled = self.texts(first, second)
        return self.predict(noisy, t, context * present[:, None, None], pooled * present[:, None], ids)


class Probe(nn.Module):
    """dev.storyloom.pretrain.Probe."""
    WIDTHS = (24, 48, 96, 160)

    def __init__(self, heads):
        super().__init__()
        widths = (3,) + self.WIDTHS
        self.stages = nn.ModuleList()
        for i in range(4):
            stage = nn.Module()
            stage.down = nn.Conv2d(widths[i], widths[i + 1], 3, 2, 1)
            stage.norm = nn.GroupNorm(8, widths[i + 1])
            if i:
                stage.conv1 = nn.Conv2d(widths[i + 1], widths[i + 1], 3, padding=1)
                stage.norm1 = nn.GroupNorm(8, widths[i + 1])
            self.stages.append(stage)
        self.heads = nn.ModuleDict({key: nn.Linear(2 * widths[-1], n) for key, n in heads.items()})

    def forward(self, x):
        for i, s in enumerate(self.stages):
            x = F.silu(s.norm(s.down(x)))
            x = x + F.silu(s.norm1(s.conv1(x))) if i else x
        x = x.flatten(2)
        seen = torch.cat([x.mean(2), x.amax(2)], 1)
        return {key: head(seen) for key, head in self.heads.items()}


class Average:
    """Of parameters over updates."""

    def __init__(self, module, decay):
        self.live = [p for p in module.parameters()]
        self.mean = [p.detach().clone() for p in self.live]
        self.decay = decay

    @torch.no_grad()
    def add(self, update):
        keep = min(self.decay, (update + 1) / (update + 10))
        torch._foreach_lerp_(self.mean, [p.detach() for p in self.live], 1 - keep)

    @torch.no_grad()
    def swap(self):
        """Exchanges the live parameters with their averages; the second call puts them back."""
        for p, m in zip(self.live, self.mean):
            kept = p.detach().clone()
            p.copy_(m)
            m.copy_(kept)


def export(module, file, prefix=""):
    state = {prefix + k: v.half().contiguous().cpu() for k, v in module.state_dict().items() if "position_ids" not in k}
    save_file(state, file + ".part", metadata={"format": "pt"})
    os.replace(file + ".part", file)


def rate(peak, update, share, warm_up=500, cooling=0.25):
    """Warm-up, peak, and along 1 - sqrt to zero over the last quarter (Hägele et al. 2024)."""
    cooled = (share - (1 - cooling)) / cooling
    return peak * min(1, (update + 1) / warm_up) * (1 if cooled <= 0 else 1 - math.sqrt(min(1, cooled)))


# Stages


def train_vae(a):
    with ProcessPoolExecutor(a.workers) as pool:
        textures = np.stack(list(pool.map(texture, range(a.textures), chunksize=16)))
    wait_for(a.shards, a.scenes)
    scenes = np.concatenate([pictures(a.scenes, n) for n in shard_names(a.scenes)[:a.shards]])
    photos = torch.from_numpy(textures).to(DEVICE)
    drawn = torch.from_numpy(scenes).to(DEVICE)
    say("vae:", len(drawn), "scenes,", len(photos), "textures")
    if a.texture_sheet:
        write_sheet(textures[:48], a.texture_sheet)
    vae = build_vae(a.model)
    average = Average(vae, 0.999)
    optimizer = torch.optim.AdamW(vae.parameters(), 1e-3, (0.9, 0.99), weight_decay=1e-3, fused=DEVICE == "cuda")
    held = to_model(torch.from_numpy(pictures(a.scenes, "held-out")[:256]))

    def loss_of(x, noise):
        moments = vae.quant_conv(vae.encoder(x))
        mean, logvar = moments.chunk(2, 1)
        logvar = logvar.clamp(-30, 20)
        error = vae.decoder(vae.post_quant_conv(mean + torch.exp(0.5 * logvar) * noise)) - x
        edges = (error[:, :, 1:] - error[:, :, :-1]).abs().mean() + (error[..., 1:] - error[..., :-1]).abs().mean()
        kl = 0.5 * (mean.square() + logvar.exp() - logvar - 1).mean()
        return error.abs().mean() + error.square().mean() * a.squares + 0.5 * edges + 1e-4 * kl

    @torch.no_grad()
    def decibels(x):
        total = 0
        for part in x.split(64):
            out = vae.decode(vae.encode(part).latent_dist.mean).sample.clamp(-1, 1)
            total += (10 * torch.log10(4 / (out - part).square().mean((1, 2, 3)))).sum().item()
        return total / len(x)

    loss_on = on_gpu(loss_of)
    others = to_model(photos[-256:])
    start, update = time.time(), 0
    while time.time() - start < a.seconds:
        few = a.batch // 4
        x = to_model(torch.cat([drawn[torch.randint(len(drawn), (a.batch - few,), device=DEVICE)],
                                photos[torch.randint(len(photos) - 256, (few,), device=DEVICE)]]))
        if random.random() < 0.5:
            x = x.flip(3)
        x = x.contiguous(memory_format=torch.channels_last)
        noise = torch.randn(len(x), vae.config.latent_channels, SIDE // 8, SIDE // 8, device=DEVICE)
        loss = loss_on(x, noise)
        loss.backward()
        nn.utils.clip_grad_norm_(vae.parameters(), 1)
        for group in optimizer.param_groups:
            group["lr"] = rate(a.rate, update, (time.time() - start) / a.seconds, 200)
        optimizer.step()
        optimizer.zero_grad()
        average.add(update)
        update += 1
        if update == 1:
            start = time.time()
        if update % 500 == 0 or update == 100:
            average.swap()
            say(f"vae: update {update} loss {loss.item():.4f} held-out {decibels(held):.2f} dB"
                f" textures {decibels(others):.2f} dB")
            average.swap()
    average.swap()
    with torch.no_grad():
        squares = torch.stack([vae.encode(to_model(drawn[i:i + 64])).latent_dist.mean.square().mean()
                               for i in range(0, min(4096, len(drawn)), 64)]).mean().item()
    config = config_of(a.model, "vae")
    config["scaling_factor"] = round(squares ** -0.5, 5)
    with open(f"{a.model}/vae/config.json", "w") as file:
        json.dump(config, file, indent=2)
    export(vae, f"{a.model}/vae/diffusion_pytorch_model.safetensors")
    say(f"vae: {update} updates of {a.batch}, held-out {decibels(held):.2f} dB, scale {config['scaling_factor']}")


@functools.lru_cache
def tokenizer_of(model):
    from transformers import CLIPTokenizer
    return CLIPTokenizer.from_pretrained(f"{model}/tokenizer")


def tokens(tokenizer, texts):
    """(N, 77), padded with the end token."""
    ids = tokenizer(list(texts), padding="max_length", max_length=77, truncation=True).input_ids
    return np.asarray(ids, np.int16)


def shard_tokens(model, scenes_folder, name):
    """Tokens of every caption (scenes, languages, wordings, without and with style, 77), and of the brief ones."""
    tokenizer = tokenizer_of(model)
    with open(f"{scenes_folder}/{name}.json") as file:
        scenes = json.load(file)
    told = [text for s in scenes for language in LANGUAGES for pair in s[language] for text in pair]
    ids = tokens(tokenizer, told).reshape(len(scenes), len(LANGUAGES), -1, 2, 77)
    return ids, tokens(tokenizer, [s["brief"] for s in scenes])


@torch.no_grad()
def encode(a):
    vae = build_vae(a.model).eval()
    scale = vae.config.scaling_factor
    os.makedirs(a.latents, exist_ok=True)
    done, last = set(), time.time()
    with ProcessPoolExecutor(a.workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        while time.time() - last < a.patience:
            fresh = [n for n in shard_names(a.scenes) if n not in done][:16]
            if not fresh:
                time.sleep(1)
                continue
            texts = [pool.submit(shard_tokens, a.model, a.scenes, name) for name in fresh]
            for name, told in zip(fresh, texts):
                parts = []
                for part in torch.from_numpy(pictures(a.scenes, name)).split(128):
                    x = to_model(part).contiguous(memory_format=torch.channels_last)
                    with torch.autocast(DEVICE, torch.float16, enabled=DEVICE == "cuda"):
                        parts.append((vae.encode(x).latent_dist.mean.float() * scale).half())
                ids, brief = told.result()
                np.savez(f"{a.latents}/{name}.part.npz", latents=torch.cat(parts).cpu().numpy(), ids=ids, brief=brief)
                os.replace(f"{a.latents}/{name}.part.npz", f"{a.latents}/{name}.npz")
                done.add(name)
                if a.discard and int(name[-4:]) >= a.shards:
                    os.remove(f"{a.scenes}/{name}.rgb")
                last = time.time()
                if len(done) % 100 == 0:
                    say("encode:", len(done), "shards")
    say("encode:", len(done), "shards")


def softened(x):
    """Makes painted pictures look a little like generated ones: dev.storyloom.pretrain.Softening."""
    n = len(x)
    u = lambda low, high: torch.empty(n, device=x.device).uniform_(low, high)
    zoom, angle = 1 / u(0.96, 1.08), u(-0.05, 0.05)
    flip = torch.where(torch.rand(n, device=x.device) < 0.5, -1.0, 1.0)
    rows = torch.stack([torch.stack([zoom * flip * angle.cos(), -zoom * angle.sin(), u(-0.08, 0.08)], 1),
                        torch.stack([zoom * flip * angle.sin(), zoom * angle.cos(), u(-0.08, 0.08)], 1)], 1)
    x = F.grid_sample(x, F.affine_grid(rows, x.shape, align_corners=False), padding_mode="reflection",
                      align_corners=False)
    parts = []
    for part in x.chunk(8):
        if random.random() < 0.6:
            part = F.interpolate(F.interpolate(part, size=random.randint(56, 112), mode="bilinear", antialias=True),
                                 size=SIDE, mode="bilinear")
        parts.append(part)
    x = torch.cat(parts)
    noise = torch.randn_like(x) * (u(0, 7) / 127.5)[:, None, None, None]
    return (x * u(0.88, 1.12)[:, None, None, None] + u(-10, 10)[:, None, None, None] / 127.5 + noise).clamp(-1, 1)


def answers_of(scenes, heads):
    """Rows that sum to 1, or to 0 where the picture does not tell."""
    rows = {key: np.zeros((len(scenes), n), np.float32) for key, n in heads.items()}
    for i, scene in enumerate(scenes):
        for key in heads:
            right = scene["answers"][key]
            for answer in right:
                rows[key][i, answer] += 1 / len(right)
    return {key: torch.from_numpy(v).to(DEVICE) for key, v in rows.items()}


def right(scores, targets):
    """Whether the highest scores, as many as there are answers, are all the right ones; rows without answers: False."""
    wanted = targets > 0
    lowest = scores.masked_fill(~wanted, math.inf).amin(1, keepdim=True)
    return ((scores >= lowest) & ~wanted).sum(1).eq(0) & wanted.any(1)


def train_probe(a):
    with open(f"{a.scenes}/heads.json") as file:
        heads = json.load(file)
    names = shard_names(a.scenes)[:a.shards]
    x_all = torch.from_numpy(np.concatenate([pictures(a.scenes, n) for n in names])).to(DEVICE)
    scenes = []
    for n in names:
        with open(f"{a.scenes}/{n}.json") as file:
            scenes += json.load(file)
    y_all = answers_of(scenes, heads)
    vae = build_vae(a.model).eval()
    probe = Probe(heads).to(DEVICE, memory_format=torch.channels_last)
    average = Average(probe, 0.998)
    optimizer = torch.optim.AdamW(probe.parameters(), 2e-3, weight_decay=1e-2, fused=DEVICE == "cuda")
    say("probe:", len(x_all), "scenes")

    @torch.no_grad()
    def through_vae(x):
        return vae.decode(vae.encode(x).latent_dist.mean).sample.clamp(-1, 1)

    start, update = time.time(), 0
    while time.time() - start < a.seconds:
        i = torch.randint(len(x_all), (a.batch,), device=DEVICE)
        with torch.no_grad():
            x = softened(to_model(x_all[i]))
            few = a.batch // 4
            x[:few] = through_vae(x[:few])
            x = x.contiguous(memory_format=torch.channels_last)
        with torch.autocast(DEVICE, torch.bfloat16):
            scores = probe(x)
        loss = sum(-(s.float().log_softmax(1) * y_all[key][i]).sum(1).mean() for key, s in scores.items())
        loss.backward()
        for group in optimizer.param_groups:
            group["lr"] = rate(2e-3, update, (time.time() - start) / a.seconds, 100, 0.5)
        optimizer.step()
        optimizer.zero_grad()
        average.add(update)
        update += 1
        if update % 500 == 0:
            say(f"probe: update {update} loss {loss.item():.3f}")
    average.swap()
    export(probe, a.probe)
    with open(f"{a.scenes}/held-out.json") as file:
        held = json.load(file)
    x = to_model(torch.from_numpy(pictures(a.scenes, "held-out")))
    y = answers_of(held, heads)
    with torch.no_grad():
        scores = [probe(through_vae(part)) for part in x.split(64)]
    shares = {key: right(torch.cat([s[key] for s in scores]), y[key]).sum().item() / y[key].any(1).sum().item()
              for key in heads}
    say(f"probe: {update} updates of {a.batch}; held out, through the VAE:",
        " ".join(f"{key} {100 * share:.1f}%" for key, share in shares.items()))


class Pool:
    """Latents and tokens on the device, growing while the painter paints."""

    def __init__(self, folder, capacity):
        self.folder, self.capacity, self.count, self.names = folder, capacity, 0, set()
        self.latents = torch.empty(capacity, 16, 16, 16, dtype=torch.float16, device=DEVICE)
        self.ids, self.brief = None, torch.empty(capacity, 77, dtype=torch.int16, device=DEVICE)

    def grow(self, most=4):
        fresh = sorted(set(glob.glob(f"{self.folder}/scenes-????.npz")) - self.names)[:most]
        for name in fresh:
            with np.load(name) as shard:
                n = len(shard["latents"])
                if self.count + n > self.capacity:
                    return
                if self.ids is None:
                    self.ids = torch.empty(self.capacity, *shard["ids"].shape[1:], dtype=torch.int16, device=DEVICE)
                to = slice(self.count, self.count + n)
                self.latents[to] = torch.from_numpy(shard["latents"]).to(DEVICE)
                self.ids[to] = torch.from_numpy(shard["ids"]).to(DEVICE)
                self.brief[to] = torch.from_numpy(shard["brief"]).to(DEVICE)
            self.count += n
            self.names.add(name)


def padded_with_zeros(ids, end):
    """The second tokenizer's padding is 0 after the first end token."""
    after = (ids == end).cumsum(1) - (ids == end).int() > 0
    return ids.masked_fill(after, 0)


def with_strange_words(ids, ends_word, end):
    """A word or a rare name of two pieces between two words: prompts say more than the captions do, and it must not hurt."""
    n, device = len(ids), ids.device
    column = torch.arange(77, device=device)
    length = (ids == end).int().argmax(1)
    boundary = (ends_word[ids] | (column == 0)) & (column < length[:, None])
    at = (torch.rand(n, 77, device=device) * boundary).argmax(1)
    whole = torch.nonzero(ends_word).squeeze(1)
    piece = torch.nonzero(~ends_word[:-2]).squeeze(1)
    for pieces in (piece, whole):
        moved = ids.gather(1, (column - (column > at[:, None]).int()).clamp(0))
        moved.scatter_(1, (at + 1)[:, None].clamp(max=75), pieces[torch.randint(len(pieces), (n, 1), device=device)])
        moved[:, 76] = end
        if pieces is piece:
            rare = (torch.rand(n, device=device) < 0.4)[:, None]
            at = torch.where(rare.squeeze(1), at + 1, at)
            ids = torch.where(rare, moved, ids)
        else:
            ids = moved
    return ids


def train_denoiser(a):
    tokenizer = tokenizer_of(a.model)
    vocabulary = tokenizer.get_vocab()
    end = vocabulary["<|endoftext|>"]
    ends_word = torch.zeros(len(vocabulary), dtype=torch.bool, device=DEVICE)
    for token, index in vocabulary.items():
        ends_word[index] = token.endswith("</w>") and token[0].isascii() and token[0].isalpha() and len(token) > 5
    negatives = torch.from_numpy(tokens(tokenizer, [
        ", ".join(random.choice(NEGATIVE) for _ in range(random.randint(1, 6))) for _ in range(2048)])).to(DEVICE)
    os.makedirs(a.latents, exist_ok=True)
    pool = Pool(a.latents, a.capacity)
    torch.manual_seed(int(time.time()))
    random.seed(time.time())
    model = Denoiser(a.model)
    model.begin()
    model.to(DEVICE).train()
    model.unet.to(memory_format=torch.channels_last)
    average = Average(model, a.averaging)
    optimizer = torch.optim.AdamW(model.parameters(), a.rate, (0.9, 0.99), weight_decay=a.decay, fused=DEVICE == "cuda")
    update, trained = 0, 0.0
    if os.path.exists(a.checkpoint):
        saved = torch.load(a.checkpoint, map_location=DEVICE, weights_only=True)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        for m, s in zip(average.mean, saved["average"]):
            m.copy_(s)
        update, trained = saved["update"], saved["trained"]
    betas = torch.linspace(0.00085 ** 0.5, 0.012 ** 0.5, 1000, dtype=torch.float64) ** 2
    alphas = torch.cumprod(1 - betas, 0)
    snr = (alphas / (1 - alphas)).float().to(DEVICE)
    signal, spread = alphas.sqrt().float().to(DEVICE), (1 - alphas).sqrt().float().to(DEVICE)
    batch, rows = a.batch, torch.arange(a.batch, device=DEVICE)

    def draw():
        i = torch.randint(pool.count, (batch,), device=DEVICE)
        language = (torch.rand(batch, device=DEVICE) < VIETNAMESE).long()
        wording = torch.randint(pool.ids.shape[2], (batch,), device=DEVICE)
        pair = pool.ids[i, language, wording].long()
        told = torch.rand(batch, 1, device=DEVICE) < 0.5
        first, second = torch.where(told, pair[:, 1], pair[:, 0]), pair[:, 1]
        brief = torch.rand(batch, 1, device=DEVICE) < BRIEF
        first, second = (torch.where(brief, pool.brief[i].long(), x) for x in (first, second))
        strange = torch.rand(batch, 1, device=DEVICE) < STRANGE_WORDS
        first, second = (torch.where(strange, with_strange_words(x, ends_word, end), x) for x in (first, second))
        roll = torch.rand(batch, 1, device=DEVICE)
        negative = negatives[torch.randint(len(negatives), (batch,), device=DEVICE)].long()
        away = (roll >= UNCONDITIONAL / 2) & (roll < UNCONDITIONAL)
        first, second = (torch.where(away, negative, x) for x in (first, second))
        present = (roll.squeeze(1) >= UNCONDITIONAL / 2).float()
        original = SIDE * (1 + torch.randint(16, (batch, 1), device=DEVICE)).float()
        crop = torch.randint(64, (batch, 2), device=DEVICE).float()
        ids = torch.cat([original, original, crop, torch.full((batch, 2), float(SIDE), device=DEVICE)], 1)
        # One draw from each equal stretch of time: the loss is less noisy than with free draws.
        t = ((rows + torch.rand(batch, device=DEVICE)) / batch * 1000).long().clamp(max=999)
        return pool.latents[i].float(), first, padded_with_zeros(second, end), present, ids, t

    def loss_of(latents, noise, first, second, present, ids, t):
        noisy = latents * signal[t][:, None, None, None] + noise * spread[t][:, None, None, None]
        noisy = noisy.contiguous(memory_format=torch.channels_last)
        error = (model(noisy, t, first, second, present, ids).float() - noise).square().mean((1, 2, 3))
        return (error * snr[t].clamp(max=5) / snr[t]).mean(), error.mean()

    loss_on = on_gpu(loss_of)
    log = open(f"{os.path.dirname(a.checkpoint)}/denoiser.log", "a")

    def save():
        torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "average": average.mean,
                    "update": update, "trained": trained}, a.checkpoint + ".part")
        os.replace(a.checkpoint + ".part", a.checkpoint)
        average.swap()
        export(model.unet, f"{a.model}/unet/diffusion_pytorch_model.safetensors")
        for part in ("text_encoder", "text_encoder_2"):
            encoder = getattr(model, part)
            prefix = "" if any(k.startswith("text_model.") for k in encoder.state_dict()) else "text_model."
            export(encoder, f"{a.model}/{part}/model.safetensors", prefix)
        average.swap()

    if DEVICE == "cuda":
        # Compiled while the first shards are still painted.
        tall = lambda *shape: torch.zeros(batch, *shape, device=DEVICE)
        with torch.autocast(DEVICE, torch.bfloat16):
            loss, _ = loss_on(tall(16, 16, 16), tall(16, 16, 16), tall(77).long(), tall(77).long(), tall(), tall(6), tall().long())
        loss.backward()
        optimizer.zero_grad()
        say("denoiser: compiled")
    while pool.count < min(8 * batch, a.capacity):
        pool.grow()
        time.sleep(0.2)
    say("denoiser:", sum(p.numel() for p in model.parameters()) // 1000, "k parameters, from update", update)
    began = last = time.time()
    losses = []
    while time.time() - began < a.seconds and time.time() < a.until and trained < a.planned:
        if update % 20 == 0:
            pool.grow()
        latents, first, second, present, ids, t = draw()
        noise = torch.randn_like(latents)
        with torch.autocast(DEVICE, torch.bfloat16):
            loss, plain = loss_on(latents, noise, first, second, present, ids, t)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1, foreach=True)
        for group in optimizer.param_groups:
            group["lr"] = rate(a.rate, update, trained / a.planned, a.warm_up)
        optimizer.step()
        optimizer.zero_grad()
        average.add(update)
        update += 1
        losses.append(plain.detach())
        if update % 20 == 0:
            trained += min(5, time.time() - last)
            last = time.time()
        if update % 500 == 0 or update in (20, 100):
            line = (f"update {update} loss {torch.stack(losses).mean().item():.5f}"
                    f" {len(losses) * batch / max(1e-9, time.time() - began):.0f} pictures/s so far"
                    f" scenes {pool.count} trained {trained:.0f} s rate {optimizer.param_groups[0]['lr']:.2e}")
            say("denoiser:", line)
            log.write(time.strftime("%Y-%m-%dT%H:%M:%S ") + line + "\n")
            log.flush()
            a.seconds -= time.time() - began
            began, losses = time.time(), []
        if update % 5000 == 0:
            save()
    save()
    say(f"denoiser: {update} updates of {batch}, {trained:.0f} s in all")


@torch.no_grad()
def evaluate(a):
    from diffusers import EulerDiscreteScheduler
    with open(f"{a.scenes}/heads.json") as file:
        heads = json.load(file)
    with open(f"{a.scenes}/prompts.json") as file:
        prompts = json.load(file)[::a.every]
    tokenizer = tokenizer_of(a.model)
    end = tokenizer.get_vocab()["<|endoftext|>"]
    model = Denoiser(a.model)
    model.unet.load_state_dict(load_file(f"{a.model}/unet/diffusion_pytorch_model.safetensors"))
    for part in ("text_encoder", "text_encoder_2"):
        encoder = getattr(model, part)
        plain = any(k.startswith("text_model.") for k in encoder.state_dict())
        state = load_file(f"{a.model}/{part}/model.safetensors")
        encoder.load_state_dict({k if plain else k.removeprefix("text_model."): v for k, v in state.items()})
    model.to(DEVICE).eval()
    vae = build_vae(a.model).eval()
    probe = Probe(heads).to(DEVICE).eval()
    probe.load_state_dict(load_file(a.probe))
    scheduler = EulerDiscreteScheduler.from_pretrained(f"{a.model}/scheduler")
    size = torch.tensor([SIDE, SIDE, 0, 0, SIDE, SIDE], dtype=torch.float32, device=DEVICE)
    torch.manual_seed(0)
    images = []
    for k in range(0, len(prompts), 250):
        first = torch.from_numpy(tokens(tokenizer, [p["prompt"] for p in prompts[k:k + 250]])).to(DEVICE).long()
        context, pooled = model.texts(first, padded_with_zeros(first, end))
        context, pooled = (torch.cat([torch.zeros_like(x), x]) for x in (context, pooled))
        scheduler.set_timesteps(20)
        x = torch.randn(len(first), 16, 16, 16, device=DEVICE) * scheduler.init_noise_sigma
        for t in scheduler.timesteps:
            both = scheduler.scale_model_input(torch.cat([x, x]), t)
            away, to = model.predict(both, t.to(DEVICE), context, pooled, size.expand(len(both), 6)).chunk(2)
            x = scheduler.step(away + a.guidance * (to - away), t, x).prev_sample
        for part in (x / vae.config.scaling_factor).split(64):
            images.append(vae.decode(part).sample.clamp(-1, 1))
    images = torch.cat(images)
    scores = [probe(part) for part in images.split(100)]
    counts = {language: {key: [0, 0] for key in heads} for language in LANGUAGES}
    targets = answers_of(prompts, heads)
    for key in heads:
        good = right(torch.cat([s[key] for s in scores]), targets[key]).tolist()
        for p, g in zip(prompts, good):
            if key in p["asked"]:
                counts[p["language"]][key][0] += g
                counts[p["language"]][key][1] += 1
    for language, heads_ in counts.items():
        say("evaluate:", language, " ".join(f"{key} {100 * g / max(1, n):.1f}%" for key, (g, n) in heads_.items()))
    if a.sheet:
        write_sheet(images[:48].add(1).mul(127.5).round().byte().permute(0, 2, 3, 1).cpu().numpy(), a.sheet)


STAGES = {"vae": train_vae, "encode": encode, "probe": train_probe, "denoiser": train_denoiser, "evaluate": evaluate}

if __name__ == "__main__":
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("stage", choices=STAGES)
    p.add_argument("--scenes", required=True, help="folder of shards")
    p.add_argument("--model", required=True, help="model folder in diffusers' layout, read and written")
    p.add_argument("--latents", help="folder for latents and tokens of the shards")
    p.add_argument("--probe", help="the probe's weights")
    p.add_argument("--checkpoint", help="the denoiser's")
    p.add_argument("--seconds", type=float, default=60, help="how long to train in this call")
    p.add_argument("--until", type=float, default=math.inf, help="when the denoiser stops at the latest, as time.time()")
    p.add_argument("--planned", type=float, default=1200, help="how long the denoiser is trained in all, in seconds")
    p.add_argument("--batch", type=int, default=512)
    p.add_argument("--rate", type=float, default=1e-3)
    p.add_argument("--warm-up", type=int, default=1000)
    p.add_argument("--decay", type=float, default=1e-3)
    p.add_argument("--averaging", type=float, default=0.9995)
    p.add_argument("--squares", type=float, default=1.0, help="weight of the VAE's squared error")
    p.add_argument("--shards", type=int, default=48, help="how many shards the VAE and the probe learn from")
    p.add_argument("--textures", type=int, default=6000)
    p.add_argument("--texture-sheet")
    p.add_argument("--workers", type=int, default=4)
    p.add_argument("--capacity", type=int, default=700_000)
    p.add_argument("--patience", type=float, default=60)
    p.add_argument("--discard", action="store_true", help="delete pictures that are encoded and nobody else needs")
    p.add_argument("--guidance", type=float, default=5)
    p.add_argument("--every", type=int, default=1, help="evaluate every so manieth prompt")
    p.add_argument("--sheet")
    a = p.parse_args()
    STAGES[a.stage](a)
