package dev.storyloom.diffusion.tensor;

/**
 * Whole blocks of the models as TorchScript text, on oneDNN's own operators: weights lie in the order that the
 * processor's kernels want them, sums and activations are part of the product before them, feature maps are
 * channels-last, so that a sequence of pixels is a view of its map. No gradient passes through them.
 */
final class PackedKernelSource {
    static final String METHODS =
            """
              def pack_conv2d(self: __torch__.Ops, w: Tensor, stride: int, padding: int, size: List[int]) -> Tensor:
                return ops.mkldnn._reorder_convolution_weight(w, [padding, padding], [stride, stride], [1, 1], 1, size)
              def pack_linear(self: __torch__.Ops, w: Tensor, rows: int) -> Tensor:
                return ops.mkldnn._reorder_linear_weight(torch.contiguous(w), rows)
              def conv2d(self: __torch__.Ops, x: Tensor, w: Tensor, b: Tensor, stride: int, padding: int) -> Tensor:
                y = torch.contiguous(x, memory_format=2)
                return ops.mkldnn._convolution_pointwise(y, w, b, [padding, padding], [stride, stride], [1, 1], 1,\
             "none", annotate(List[Optional[number]], []), "")
              def linear(self: __torch__.Ops, x: Tensor, w: Tensor, b: Optional[Tensor]) -> Tensor:
                return ops.mkldnn._linear_pointwise(x, w, b, "none", annotate(List[Optional[number]], []), "")
              def linear_plain(self: __torch__.Ops, x: Tensor, w: Tensor) -> Tensor:
                return self.linear(x, w, None)
              def group_norm(self: __torch__.Ops, x: Tensor, groups: int, w: Tensor, b: Tensor, eps: float) -> Tensor:
                n, c, height, width = torch.size(x)
                pixels = torch.mul(height, width)
                if torch.ge(pixels, 1024):
                  y = torch.group_norm(x, groups, w, b, eps, True)
                else:
                  rows = torch.view(torch.permute(x, [0, 2, 3, 1]), [n, pixels, c])
                  count = torch.mul(pixels, torch.floordiv(c, groups))
                  mean = torch.div(torch.sum(torch.view(torch.sum(rows, [1]), [n, groups, -1]), [2], True), count)
                  squares = torch.sum(torch.view(torch.sum(torch.mul(rows, rows), [1]), [n, groups, -1]), [2], True)
                  variance = torch.clamp_min(torch.sub(torch.div(squares, count), torch.mul(mean, mean)), 0)
                  scale = torch.mul(torch.rsqrt(torch.add(variance, eps)), torch.view(w, [1, groups, -1]))
                  shift = torch.sub(torch.view(b, [1, groups, -1]), torch.mul(mean, scale))
                  z = torch.addcmul(torch.view(shift, [n, 1, c]), rows, torch.view(scale, [n, 1, c]))
                  y = torch.permute(torch.view(z, [n, height, width, c]), [0, 3, 1, 2])
                return y
              def resnet(self: __torch__.Ops, map: Tensor, embedding: List[Tensor], w: List[Tensor],\
             shortcut: List[Tensor], groups: int, eps: float) -> Tensor:
                x = torch.contiguous(map, memory_format=2)
                y = self.conv2d(torch.silu_(self.group_norm(x, groups, w[0], w[1], eps)), w[2], w[3], 1, 1)
                if torch.gt(torch.len(embedding), 0):
                  shift = self.linear(embedding[0], w[8], w[9])
                  y = torch.add_(y, torch.unsqueeze(torch.unsqueeze(shift, -1), -1))
                y = torch.silu_(self.group_norm(y, groups, w[4], w[5], eps))
                if torch.gt(torch.len(shortcut), 0):
                  z = self.conv2d(x, shortcut[0], shortcut[1], 1, 0)
                  z = ops.mkldnn._convolution_pointwise_(z, y, w[6], w[7], [1, 1], [1, 1], [1, 1], 1, "add", 1.,\
             None, annotate(List[Optional[number]], []), None)
                else:
                  z = torch.add_(self.conv2d(y, w[6], w[7], 1, 1), x)
                return z
              def to_sequence(self: __torch__.Ops, map: Tensor, w: List[Tensor], groups: int, eps: float) -> Tensor:
                x = torch.contiguous(map, memory_format=2)
                y = torch.flatten(torch.permute(self.group_norm(x, groups, w[0], w[1], eps), [0, 2, 3, 1]), 1, 2)
                return self.linear(y, w[2], w[3])
              def to_map(self: __torch__.Ops, x: Tensor, map: Tensor, w: List[Tensor]) -> Tensor:
                n, c, height, width = torch.size(map)
                skip = torch.flatten(torch.permute(torch.contiguous(map, memory_format=2), [0, 2, 3, 1]), 1, 2)
                y = ops.mkldnn._linear_pointwise(x, skip, w[0], w[1], "add")
                return torch.permute(torch.view(y, [n, height, width, c]), [0, 3, 1, 2])
              def heads_first(self: __torch__.Ops, x: Tensor, heads: int) -> Tensor:
                return torch.transpose(torch.unflatten(x, -1, [heads, -1]), 1, 2)
              def attend(self: __torch__.Ops, q: Tensor, k: Tensor, v: Tensor, heads: int) -> Tensor:
                y = torch.scaled_dot_product_attention(self.heads_first(q, heads), self.heads_first(k, heads),\
             self.heads_first(v, heads), None, 0., False)
                return torch.flatten(torch.transpose(y, 1, 2), 2, 3)
              def transformer(self: __torch__.Ops, x: Tensor, context: Tensor, w: List[Tensor], heads: int) -> Tensor:
                c = torch.size(x, -1)
                qkv = torch.chunk(self.linear(torch.layer_norm(x, [c], w[0], w[1], 1.0e-05, False), w[2], None), 3, -1)
                y = ops.mkldnn._linear_pointwise(self.attend(qkv[0], qkv[1], qkv[2], heads), x, w[3], w[4], "add")
                q = self.linear(torch.layer_norm(y, [c], w[5], w[6], 1.0e-05, False), w[7], None)
                kv = torch.chunk(context, 2, -1)
                y = ops.mkldnn._linear_pointwise(self.attend(q, kv[0], kv[1], heads), y, w[8], w[9], "add")
                z = torch.layer_norm(y, [c], w[10], w[11], 1.0e-05, False)
                gate = ops.mkldnn._linear_pointwise(z, w[12], w[13], "gelu", annotate(List[Optional[number]], []), "none")
                z = ops.mkldnn._linear_pointwise(z, gate, w[14], w[15], "mul")
                return ops.mkldnn._linear_pointwise(z, y, w[16], w[17], "add")
            """;

    private PackedKernelSource() {}
}
