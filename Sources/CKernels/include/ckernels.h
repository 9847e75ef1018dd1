// SPDX-License-Identifier: Apache-2.0
//
// Deterministic float32 kernels. Every function gives the same bits on every instruction set:
// - products: each output element is one chain of fused multiply-adds over the reduction index in rising order; wide 3×3
//   convolutions of stride 1 are such products between fixed sums (winograd.inc);
// - reductions ("sum"): 16 virtual lanes, lane l takes elements l, l+16, …, folded by a fixed tree;
// - elementary functions are built from + - * / sqrt fma only.
// Arrays are row-major and dense unless a leading dimension is given. Pointers may be unaligned.
// `accumulate`: 0 overwrites the output, 1 continues from what it holds.
#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum { CK_IDENTITY = 0, CK_RELU = 1, CK_TANH = 2, CK_SIGMOID = 3, CK_GELU = 4 } ck_activation;

typedef struct {
    int batch, height, width, in_channels;      // x: [batch, height, width, in_channels]
    int kernel_height, kernel_width, out_channels;  // w: [kernel_height, kernel_width, in_channels, out_channels]
    int stride_y, stride_x, pad_y, pad_x;
    int out_height, out_width;                  // y: [batch, out_height, out_width, out_channels]
} ck_convolution;

typedef struct {
    int batch, height, width, channels, kernel_height, kernel_width, stride_y, stride_x, pad_y, pad_x, out_height,
        out_width;
} ck_pooling;

// One instruction-set level; every level has every function.
typedef struct ck_table {
    const char *name;  // "scalar", "avx2", "avx512", "neon"

    // C[m,n] = act(op(A)·op(B) + bias), op(A) is m×k, op(B) is k×n. bias has n elements or is NULL; it is added after the chain.
    // With accumulate the chain continues from C (bias must be NULL and act CK_IDENTITY then).
    void (*gemm)(int transpose_a, int transpose_b, int m, int n, int k, const float *a, int lda, const float *b,
                 int ldb, float *c, int ldc, const float *bias, ck_activation act, int accumulate);

    // Elementwise over n elements. Outputs may alias inputs.
    void (*fill)(int n, float value, float *y);
    void (*add)(int n, const float *a, const float *b, float *y);
    void (*sub)(int n, const float *a, const float *b, float *y);
    void (*mul)(int n, const float *a, const float *b, float *y);
    void (*div)(int n, const float *a, const float *b, float *y);
    void (*scale)(int n, float s, const float *a, float *y);            // y = s·a
    void (*axpy)(int n, float s, const float *a, float *y);             // y = fma(s, a, y)
    void (*mul_add)(int n, const float *a, const float *b, float *y);   // y = fma(a, b, y)
    void (*exp)(int n, const float *a, float *y);
    void (*log)(int n, const float *a, float *y);
    void (*sqrt)(int n, const float *a, float *y);
    void (*sin)(int n, const float *a, float *y);
    void (*cos)(int n, const float *a, float *y);
    void (*erf)(int n, const float *a, float *y);
    void (*activation)(ck_activation act, int n, const float *x, float *y);
    // dx (+)= dy · act'(·). y is the activation's output; x its input (only GELU needs it, else may be NULL). dx may alias dy when not accumulating.
    void (*activation_gradient)(ck_activation act, int n, const float *x, const float *y, const float *dy, float *dx,
                                int accumulate);
    // y = GELU(x), slopes = GELU'(x), with one exponential for both. slopes may alias x.
    void (*gelu_with_slope)(int n, const float *x, float *y, float *slopes);
    void (*add_rows)(int rows, int n, const float *x, const float *row, float *y);   // y[r,:] = x[r,:] + row
    void (*scale_rows)(int rows, int n, const float *x, const float *s, float *y, int accumulate);  // y[r,:] (+)= s[r]·x[r,:] (fma when accumulating)
    int (*all_finite)(int n, const float *x);

    // Reductions.
    float (*sum)(int n, const float *x);
    float (*dot)(int n, const float *a, const float *b);
    double (*sum_of_squares)(int n, const float *x);                    // float64 lanes
    double (*dot_double)(int n, const float *a, const float *b);        // float64 lanes
    double (*sum_of_magnitudes)(int n, const float *x);                 // float64 lanes
    float (*max)(int n, const float *x);
    void (*sum_columns)(int rows, int n, const float *x, float *y, int accumulate);  // y[j] (+)= Σ_r x[r,j], rising r
    void (*sum_rows)(int rows, int n, const float *x, float *y);        // y[r] = sum of row r
    void (*dot_rows)(int rows, int n, const float *a, const float *b, float *y);

    // Rows of logits x[rows, n].
    void (*softmax)(int rows, int n, const float *x, float *y);
    void (*softmax_gradient)(int rows, int n, const float *y, const float *dy, float *dx, int accumulate);
    void (*log_softmax)(int rows, int n, const float *x, float *y);
    void (*log_softmax_gradient)(int rows, int n, const float *y, const float *dy, float *dx, int accumulate);
    // loss[r] = -Σ_k q_k log p_k with q = (1-smoothing)·onehot(target) + smoothing/n; p = softmax, saved. target < 0: loss 0, no gradient.
    void (*cross_entropy)(int rows, int n, const float *x, const int32_t *target, float smoothing, float *p,
                          float *loss);
    // dx[r,:] (+)= upstream[r] · (p[r,:] - q)
    void (*cross_entropy_gradient)(int rows, int n, const float *p, const int32_t *target, float smoothing,
                                   const float *upstream, float *dx, int accumulate);

    // y[r,:] = softmax of scale·x[r,:] over the keys that row r sees: mask[k] != 0 (NULL: all) and k <= r + diagonal.
    // Hidden keys get 0; a row that sees nothing is all 0. In place allowed. Gradient: softmax_gradient, times scale.
    void (*masked_softmax)(int rows, int n, float scale, const float *mask, int diagonal, const float *x, float *y);

    // Normalization. x[batch, positions, channels] (NHWC); group g of `groups` holds channels/groups neighbouring channels.
    // mean, rstd: [batch, groups], saved for the gradient. act is applied to the output (IDENTITY or RELU).
    void (*group_norm)(int batch, int positions, int channels, int groups, float eps, const float *x,
                       const float *gamma, const float *beta, ck_activation act, float *y, float *mean, float *rstd);
    // dy is with respect to y after act; where y was above 0 is told from x again, to the bit. dgamma, dbeta accumulate;
    // dx overwrites or accumulates.
    void (*group_norm_gradient)(int batch, int positions, int channels, int groups, const float *x,
                                const float *gamma, const float *beta, ck_activation act, const float *mean,
                                const float *rstd, const float *dy, float *dx, int accumulate, float *dgamma,
                                float *dbeta);
    void (*layer_norm)(int rows, int n, float eps, const float *x, const float *gamma, const float *beta, float *y,
                       float *mean, float *rstd);
    void (*layer_norm_gradient)(int rows, int n, const float *x, const float *gamma, const float *mean,
                                const float *rstd, const float *dy, float *dx, int accumulate, float *dgamma,
                                float *dbeta);
    // Batch norm over rows = batch·positions; mean, var (biased) out; running statistics are the caller's.
    void (*batch_norm)(int rows, int channels, float eps, const float *x, const float *gamma, const float *beta,
                       ck_activation act, float *y, float *mean, float *var);
    void (*batch_norm_eval)(int rows, int channels, float eps, const float *x, const float *gamma, const float *beta,
                            const float *mean, const float *var, ck_activation act, float *y);
    void (*batch_norm_gradient)(int rows, int channels, float eps, const float *x, const float *gamma,
                                const float *beta, ck_activation act, const float *mean, const float *var,
                                const float *dy, float *dx, int accumulate, float *dgamma, float *dbeta);

    // Convolution (cross-correlation, zero padding). bias may be NULL.
    void (*convolve)(const ck_convolution *c, const float *x, const float *w, const float *bias, ck_activation act,
                     float *y);
    void (*convolve_data_gradient)(const ck_convolution *c, const float *w, const float *dy, float *dx,
                                   int accumulate);
    void (*convolve_weight_gradient)(const ck_convolution *c, const float *x, const float *dy, float *dw,
                                     int accumulate);

    // Pooling, NHWC. argmax holds the offset of the winner inside the sample's plane (y·width + x), first wins ties.
    void (*max_pool)(const ck_pooling *p, const float *x, float *y, int32_t *argmax);
    void (*max_pool_gradient)(const ck_pooling *p, const int32_t *argmax, const float *dy, float *dx, int accumulate);
    void (*average_pool)(const ck_pooling *p, int count_padding, const float *x, float *y);
    void (*average_pool_gradient)(const ck_pooling *p, int count_padding, const float *dy, float *dx, int accumulate);
    // y[b,c] = mean over positions of x[b,:,c]
    void (*mean_positions)(int batch, int positions, int channels, const float *x, float *y);
    void (*mean_positions_gradient)(int batch, int positions, int channels, const float *dy, float *dx,
                                    int accumulate);

    // Embedding. Index < 0 or == padding (padding -1: none) gives a zero row and no gradient.
    void (*gather_rows)(int count, int n, const int32_t *index, int padding, const float *table, float *y);
    void (*scatter_add_rows)(int count, int n, const int32_t *index, int padding, const float *dy, float *dtable);
    // y[b,:] = mean over the non-padding tokens of index[b, length] (zero row if there is none)
    void (*embedding_mean)(int batch, int length, int n, const int32_t *index, int padding, const float *table,
                           float *y);
    void (*embedding_mean_gradient)(int batch, int length, int n, const int32_t *index, int padding, const float *dy,
                                    float *dtable);

    // One step of a recurrent layer over `rows` sequences; see recurrent.inc for the gates' order and what is kept.
    // Leading dimensions count floats from one sequence to the next. shown (may be NULL): 0 keeps the state.
    void (*gru_step)(int rows, int hidden, const float *gates, int ld_gates, const float *recurrent,
                     const float *shown, int ld_shown, const float *h, int ld_h, float *y, int ld_y, float *kept,
                     int ld_kept);
    void (*gru_step_gradient)(int rows, int hidden, const float *kept, int ld_kept, const float *shown, int ld_shown,
                              const float *h, int ld_h, const float *dh, float *dgates, int ld_gates, int accumulate,
                              float *drecurrent, int ld_recurrent, float *dprevious);
    void (*lstm_step)(int rows, int hidden, const float *gates, int ld_gates, const float *recurrent,
                      const float *shown, int ld_shown, const float *state, int ld_state, float *y, int ld_y,
                      float *kept, int ld_kept);
    void (*lstm_step_gradient)(int rows, int hidden, const float *kept, int ld_kept, const float *shown, int ld_shown,
                               const float *state, int ld_state, const float *dstate, float *dgates, int ld_gates,
                               int accumulate, float *drecurrent, int ld_recurrent, float *dprevious);

    // Optimizers over n contiguous parameters. `update_scale` multiplies the step but not decoupled decay.
    // SGD: g' = g + l2·w; buf = momentum·buf + (1 - dampening)·g' (first: buf = g'); step = nesterov ? g' + momentum·buf : buf;
    //      w = w·(1 - lr·decay) - lr·update_scale·step. momentum 0: buf may be NULL.
    void (*sgd)(int n, float lr, float momentum, float dampening, float l2, float decay, int nesterov, int first,
                float update_scale, const float *g, float *buf, float *w);
    // Adam: g' = g + l2·w; m, v moments; w = w·(1 - lr·decay) - lr·update_scale·(m/c1)/(sqrt(v/c2)+eps), c = 1 - beta^t
    void (*adam)(int n, float lr, float beta1, float beta2, float eps, float c1, float c2, float l2, float decay,
                 float update_scale, const float *g, float *m, float *v, float *w);
    // Lion: u = sign(beta1·m + (1-beta1)·g); m = beta2·m + (1-beta2)·g; w = w·(1 - lr·decay) - lr·update_scale·u
    void (*lion)(int n, float lr, float beta1, float beta2, float decay, float update_scale, const float *g, float *m,
                 float *w);

    // As adam, with the largest second moment so far in place of v.
    void (*amsgrad)(int n, float lr, float beta1, float beta2, float eps, float c1, float c2, float l2, float decay,
                    float update_scale, const float *g, float *m, float *v, float *largest, float *w);
    // g' = g + l2·w; v = alpha·v + (1 - alpha)·g'²; step = g'/(sqrt(v)+eps), with momentum buf = momentum·buf + step and
    // step = buf; w = w - lr·update_scale·step. momentum 0: buf may be NULL.
    void (*rmsprop)(int n, float lr, float alpha, float momentum, float eps, float l2, float update_scale,
                    const float *g, float *v, float *buf, float *w);
    // g' = g + l2·w; v = v + g'²; w = w - lr·update_scale·g'/(sqrt(v)+eps)
    void (*adagrad)(int n, float lr, float eps, float l2, float update_scale, const float *g, float *v, float *w);

    // Philox4x32-10 stream (key0, key1): word i is element i mod 4 of the block with counter (i/4 low, i/4 high, 0, 0).
    void (*random_words)(uint32_t key0, uint32_t key1, uint64_t first, int n, uint32_t *y);
    void (*random_uniform)(uint32_t key0, uint32_t key1, uint64_t first, int n, float lo, float hi, float *y);  // lo + (hi-lo)·(word>>8)·2^-24
    // y = (word>>8)·2^-24 >= p ? 1/(1-p) : 0
    void (*dropout_mask)(uint32_t key0, uint32_t key1, uint64_t first, int n, float p, float *y);
} ck_table;

// Levels this machine can run, weakest first; the last is the default.
int ck_level_count(void);
const ck_table *ck_level(int index);
// The level in use. ck_select returns 0, or -1 if there is no such level here.
const ck_table *ck_active(void);
int ck_select(const char *name);

// Memory for numbers, aligned to 64 bytes or more, on large pages where it is large; released by ck_free.
void *ck_allocate(size_t bytes);
void ck_free(void *memory);

#ifdef __cplusplus
}
#endif
