package dev.storyloom.diffusion.tensor;

/**
 * The kernels, as TorchScript text. Each exists because DJL does not bind the operator, or because one call instead of
 * five saves more time than it costs.
 */
final class KernelSource {
    static final String METHODS =
            """
              def silu(self: __torch__.Ops, x: Tensor) -> Tensor:
                return torch.silu(x)
              def quick_gelu(self: __torch__.Ops, x: Tensor) -> Tensor:
                return torch.mul(x, torch.sigmoid(torch.mul(x, 1.702)))
              def geglu(self: __torch__.Ops, x: Tensor) -> Tensor:
                parts = torch.chunk(x, 2, -1)
                return torch.mul(parts[0], torch.gelu(parts[1]))
              def group_norm(self: __torch__.Ops, x: Tensor, groups: int, w: Tensor, b: Tensor, eps: float) -> Tensor:
                return torch.group_norm(x, groups, w, b, eps, True)
              def group_norm_silu(self: __torch__.Ops, x: Tensor, groups: int, w: Tensor, b: Tensor, eps: float) -> Tensor:
                return torch.silu(torch.group_norm(x, groups, w, b, eps, True))
              def attention(self: __torch__.Ops, q: Tensor, k: Tensor, v: Tensor, heads: int, causal: bool) -> Tensor:
                qh = torch.transpose(torch.unflatten(q, -1, [heads, -1]), 1, 2)
                kh = torch.transpose(torch.unflatten(k, -1, [heads, -1]), 1, 2)
                vh = torch.transpose(torch.unflatten(v, -1, [heads, -1]), 1, 2)
                y = torch.scaled_dot_product_attention(qh, kh, vh, None, 0., causal)
                return torch.flatten(torch.transpose(y, 1, 2), 2, 3)
              def attention_plain(self: __torch__.Ops, q: Tensor, k: Tensor, v: Tensor, heads: int, scale: float) -> Tensor:
                qh = torch.transpose(torch.unflatten(q, -1, [heads, -1]), 1, 2)
                kh = torch.transpose(torch.unflatten(k, -1, [heads, -1]), 1, 2)
                vh = torch.transpose(torch.unflatten(v, -1, [heads, -1]), 1, 2)
                weights = torch.softmax(torch.matmul(torch.mul(qh, scale), torch.transpose(kh, 2, 3)), -1)
                return torch.flatten(torch.transpose(torch.matmul(weights, vh), 1, 2), 2, 3)
              def upsample(self: __torch__.Ops, x: Tensor, height: int, width: int) -> Tensor:
                return torch.upsample_nearest2d(x, [height, width], None, None)
              def pad_bottom_right(self: __torch__.Ops, x: Tensor) -> Tensor:
                return torch.constant_pad_nd(x, [0, 1, 0, 1], 0)
              def cast(self: __torch__.Ops, x: Tensor, dtype: int) -> Tensor:
                return torch.to(x, dtype)
              def reinterpret(self: __torch__.Ops, x: Tensor, dtype: int) -> Tensor:
                return torch.view_copy(x, dtype=dtype)
              def channels_last(self: __torch__.Ops, x: Tensor) -> Tensor:
                return torch.contiguous(x, memory_format=2)
              def channels_last_copy(self: __torch__.Ops, x: Tensor) -> Tensor:
                return torch.clone(x, memory_format=2)
              def copy(self: __torch__.Ops, x: Tensor, target: Tensor) -> Tensor:
                return torch.copy_(target, x)
              def tracked(self: __torch__.Ops, x: Tensor) -> bool:
                return ops.prim.requires_grad(x)
              def linear_as(self: __torch__.Ops, x: Tensor, w: Tensor, b: Tensor, dtype: int) -> Tensor:
                return torch.linear(torch.to(x, dtype), torch.to(w, dtype), torch.to(b, dtype))
              def linear_plain_as(self: __torch__.Ops, x: Tensor, w: Tensor, dtype: int) -> Tensor:
                return torch.linear(torch.to(x, dtype), torch.to(w, dtype), None)
              def conv2d_as(self: __torch__.Ops, x: Tensor, w: Tensor, b: Tensor, stride: int, padding: int,\
             dtype: int) -> Tensor:
                return torch.conv2d(torch.to(x, dtype), torch.to(w, dtype), torch.to(b, dtype),\
             [stride, stride], [padding, padding], [1, 1], 1)
              def row_norms(self: __torch__.Ops, w: Tensor, up: Tensor, down: Tensor, scale: float) -> Tensor:
                return torch.norm(torch.add(w, torch.mul(torch.matmul(up, down), scale)), 2, [1])
              def linear_as_used(self: __torch__.Ops, x: Tensor, w: Tensor, b: Tensor) -> Tensor:
                return torch.linear(x, torch.type_as(w, x), torch.type_as(b, x))
              def linear_plain_as_used(self: __torch__.Ops, x: Tensor, w: Tensor) -> Tensor:
                return torch.linear(x, torch.type_as(w, x), None)
              def conv2d_as_used(self: __torch__.Ops, x: Tensor, w: Tensor, b: Tensor, stride: int, padding: int) -> Tensor:
                return torch.conv2d(x, torch.type_as(w, x), torch.type_as(b, x), [stride, stride], [padding, padding], [1, 1], 1)
              def layer_norm_as_used(self: __torch__.Ops, x: Tensor, w: Tensor, b: Tensor, eps: float) -> Tensor:
                return torch.layer_norm(x, torch.size(w), torch.type_as(w, x), torch.type_as(b, x), eps, True)
              def group_norm_as_used(self: __torch__.Ops, x: Tensor, groups: int, w: Tensor, b: Tensor, eps: float) -> Tensor:
                return torch.group_norm(x, groups, torch.type_as(w, x), torch.type_as(b, x), eps, True)
              def mse(self: __torch__.Ops, x: Tensor, y: Tensor) -> Tensor:
                return torch.mse_loss(x, y)
              def grad_norm(self: __torch__.Ops, grads: List[Tensor]) -> Tensor:
                return torch.norm(torch.stack(torch._foreach_norm(grads, 2)))
              def adamw(self: __torch__.Ops, params: List[Tensor], grads: List[Tensor], ms: List[Tensor],\
             vs: List[Tensor], lr: float, beta1: float, beta2: float, eps: float, decay: float,\
             update: int, scale: float) -> int:
                one = torch.sum(params[0])
                steps = annotate(List[Tensor], [])
                for i in range(torch.len(params)):
                  _0 = torch.append(steps, torch.full_like(one, update))
                torch._fused_adamw_(params, grads, ms, vs, annotate(List[Tensor], []), steps,\
             lr=lr, beta1=beta1, beta2=beta2, weight_decay=decay, eps=eps,\
             amsgrad=False, maximize=False, grad_scale=torch.full_like(one, torch.div(1., scale)), found_inf=None)
                return 0
              def ema(self: __torch__.Ops, averages: List[Tensor], params: List[Tensor], rate: float) -> int:
                for i in range(torch.len(params)):
                  _0 = torch.lerp_(averages[i], params[i], rate)
                return 0
            """;

    private KernelSource() {}
}
