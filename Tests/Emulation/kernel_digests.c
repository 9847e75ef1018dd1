// SPDX-License-Identifier: Apache-2.0
//
// Runs every family of kernels on every level of the machine it runs on and prints one line each:
// "<level> <family> <digest>". Same digests on all levels and all machines: same bits. No NaN is made, since
// processors differ in the NaNs they make.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "ckernels.h"

static const ck_table *table;
static uint64_t digest;
static uint32_t state;

static void begin(uint32_t seed) {
    digest = UINT64_C(0xcbf29ce484222325);
    state = seed;
}
// FNV-1a over the bytes.
static void add(const void *memory, size_t bytes) {
    const unsigned char *p = memory;
    for (size_t i = 0; i < bytes; i++) digest = (digest ^ p[i]) * UINT64_C(0x100000001b3);
}
static void end(const char *family) { printf("%s %s %016llx\n", table->name, family, (unsigned long long)digest); }

// `n` numbers in -2 ..< 2, exact multiples of 2^-14.
static float *numbers(int n) {
    float *x = aligned_alloc(64, ((size_t)n * sizeof(float) + 127) / 64 * 64);
    if (!x) abort();
    for (int i = 0; i < n; i++) {
        state = state * 1664525u + 1013904223u;
        x[i] = (float)(int32_t)(state >> 16) * 0x1p-14f - 2;
    }
    return x;
}
static float *zeros(int n) {
    float *x = numbers(n);
    memset(x, 0, sizeof(float) * (size_t)n);
    return x;
}

static void products(void) {
    static const int shapes[][3] = {{64, 256, 130}, {1, 1, 7}, {25, 70, 401}, {130, 33, 800}, {7, 10, 64}, {250, 160, 90}};
    begin(1);
    for (int s = 0; s < 6; s++)
        for (int form = 0; form < 4; form++) {
            const int m = shapes[s][0], n = shapes[s][1], k = shapes[s][2], ta = form & 1, tb = form >> 1;
            float *a = numbers(m * k), *b = numbers(k * n), *c = numbers(m * n), *bias = numbers(n);
            table->gemm(ta, tb, m, n, k, a, ta ? m : k, b, tb ? k : n, c, n, 0, CK_IDENTITY, 1);
            add(c, sizeof(float) * m * n);
            table->gemm(ta, tb, m, n, k, a, ta ? m : k, b, tb ? k : n, c, n, bias, (ck_activation)form, 0);
            add(c, sizeof(float) * m * n);
            free(a), free(b), free(c), free(bias);
        }
    end("gemm");
}

static void convolutions(void) {
    static const int shapes[][9] = {
        // batch, height, width, in, out, kernel, stride, pad, accumulate
        {2, 9, 13, 3, 16, 3, 2, 1, 0},  {3, 8, 8, 16, 32, 3, 2, 1, 1},   {1, 21, 20, 3, 64, 7, 2, 3, 0},
        {2, 6, 7, 5, 17, 3, 1, 1, 1},   {2, 8, 10, 32, 48, 1, 2, 0, 0},  {2, 7, 8, 32, 48, 3, 1, 1, 0},
        {1, 11, 6, 48, 32, 3, 1, 0, 1}, {5, 14, 12, 32, 32, 3, 1, 1, 0},
    };
    begin(2);
    for (int s = 0; s < 8; s++) {
        const int *p = shapes[s];
        const ck_convolution c = {.batch = p[0], .height = p[1], .width = p[2], .in_channels = p[3],
                                  .kernel_height = p[5], .kernel_width = p[5], .out_channels = p[4],
                                  .stride_y = p[6], .stride_x = p[6], .pad_y = p[7], .pad_x = p[7],
                                  .out_height = (p[1] + 2 * p[7] - p[5]) / p[6] + 1,
                                  .out_width = (p[2] + 2 * p[7] - p[5]) / p[6] + 1};
        const int nx = p[0] * p[1] * p[2] * p[3], nw = p[5] * p[5] * p[3] * p[4];
        const int ny = p[0] * c.out_height * c.out_width * p[4];
        float *x = numbers(nx), *w = numbers(nw), *y = numbers(ny), *bias = numbers(p[4]);
        table->convolve(&c, x, w, bias, CK_RELU, y);
        add(y, sizeof(float) * ny);
        table->convolve_weight_gradient(&c, x, y, w, p[8]);
        add(w, sizeof(float) * nw);
        table->convolve_data_gradient(&c, w, y, x, p[8]);
        add(x, sizeof(float) * nx);
        free(x), free(w), free(y), free(bias);
    }
    end("convolution");
}

static void elementwise(void) {
    const int n = 1013;
    begin(3);
    float *a = numbers(n), *b = numbers(n), *y = numbers(n), *x = numbers(n);
    void (*const unary[])(int, const float *, float *) = {table->exp, table->sin, table->cos, table->erf};
    for (int f = 0; f < 4; f++) {
        unary[f](n, a, y);
        add(y, sizeof(float) * n);
    }
    table->exp(n, a, x);
    table->log(n, x, y), add(y, sizeof(float) * n);
    table->sqrt(n, x, y), add(y, sizeof(float) * n);
    table->div(n, a, x, y), add(y, sizeof(float) * n);
    table->mul_add(n, a, b, y), add(y, sizeof(float) * n);
    table->axpy(n, 0.3f, a, y), add(y, sizeof(float) * n);
    for (int act = CK_IDENTITY; act <= CK_GELU; act++) {
        table->activation((ck_activation)act, n, a, y);
        add(y, sizeof(float) * n);
        table->activation_gradient((ck_activation)act, n, a, y, b, x, 1);
        add(x, sizeof(float) * n);
    }
    table->gelu_with_slope(n, a, y, x), add(y, sizeof(float) * n), add(x, sizeof(float) * n);
    free(a), free(b), free(y), free(x);
    end("elementwise");
}

static void reductions(void) {
    const int rows = 37, n = 61;
    begin(4);
    float *a = numbers(rows * n), *b = numbers(rows * n), *y = zeros(n + rows);
    const float single[] = {table->sum(rows * n, a), table->dot(rows * n, a, b), table->max(rows * n, a)};
    const double wide[] = {table->sum_of_squares(rows * n, a), table->dot_double(rows * n, a, b),
                           table->sum_of_magnitudes(rows * n, a)};
    add(single, sizeof single);
    add(wide, sizeof wide);
    table->sum_columns(rows, n, a, y, 0), add(y, sizeof(float) * n);
    table->sum_rows(rows, n, a, y), add(y, sizeof(float) * rows);
    table->dot_rows(rows, n, a, b, y), add(y, sizeof(float) * rows);
    free(a), free(b), free(y);
    end("reduction");
}

static void rows_of_logits(void) {
    const int rows = 19, n = 45;
    begin(5);
    float *x = numbers(rows * n), *y = numbers(rows * n), *d = numbers(rows * n), *up = numbers(rows), *loss = zeros(rows);
    int32_t target[19];
    for (int r = 0; r < rows; r++) target[r] = r % 5 == 4 ? -1 : r * 7 % n;
    table->softmax(rows, n, x, y), add(y, sizeof(float) * rows * n);
    table->softmax_gradient(rows, n, y, d, d, 0), add(d, sizeof(float) * rows * n);
    table->log_softmax(rows, n, x, y), add(y, sizeof(float) * rows * n);
    table->log_softmax_gradient(rows, n, y, d, d, 0), add(d, sizeof(float) * rows * n);
    table->cross_entropy(rows, n, x, target, 0.1f, y, loss), add(loss, sizeof(float) * rows);
    table->cross_entropy_gradient(rows, n, y, target, 0.1f, up, d, 1), add(d, sizeof(float) * rows * n);
    table->masked_softmax(rows, n, 0.5f, 0, 3, x, y), add(y, sizeof(float) * rows * n);
    free(x), free(y), free(d), free(up), free(loss);
    end("softmax");
}

static void normalizations(void) {
    static const int shapes[][4] = {{2, 9, 24, 4}, {3, 70, 32, 8}, {2, 5, 10, 2}};
    begin(6);
    for (int s = 0; s < 3; s++) {
        const int batch = shapes[s][0], positions = shapes[s][1], c = shapes[s][2], groups = shapes[s][3];
        const int rows = batch * positions, n = rows * c;
        float *x = numbers(n), *y = zeros(n), *dy = numbers(n), *dx = zeros(n), *gamma = numbers(c), *beta = numbers(c);
        float *mean = zeros(rows), *rate = zeros(rows), *dgamma = zeros(c), *dbeta = zeros(c);
        for (int kind = 0; kind < 3; kind++) {
            if (kind == 0) {
                table->group_norm(batch, positions, c, groups, 1e-5f, x, gamma, beta, CK_RELU, y, mean, rate);
                table->group_norm_gradient(batch, positions, c, groups, x, gamma, beta, CK_RELU, mean, rate, dy, dx, 0,
                                           dgamma, dbeta);
            } else if (kind == 1) {
                table->layer_norm(rows, c, 1e-5f, x, gamma, beta, y, mean, rate);
                table->layer_norm_gradient(rows, c, x, gamma, mean, rate, dy, dx, 0, dgamma, dbeta);
            } else {
                table->batch_norm(rows, c, 1e-5f, x, gamma, beta, CK_RELU, y, mean, rate);
                table->batch_norm_gradient(rows, c, 1e-5f, x, gamma, beta, CK_RELU, mean, rate, dy, dx, 0, dgamma, dbeta);
            }
            add(y, sizeof(float) * n);
            add(dx, sizeof(float) * n);
            add(dgamma, sizeof(float) * c);
            add(dbeta, sizeof(float) * c);
        }
        free(x), free(y), free(dy), free(dx), free(gamma), free(beta), free(mean), free(rate), free(dgamma), free(dbeta);
    }
    end("normalization");
}

static void pooling(void) {
    const ck_pooling p = {2, 9, 11, 20, 3, 3, 2, 2, 1, 1, 5, 6};
    const int nx = 2 * 9 * 11 * 20, ny = 2 * 5 * 6 * 20;
    begin(7);
    float *x = numbers(nx), *y = zeros(ny), *d = numbers(ny);
    int32_t *winner = calloc(ny, sizeof *winner);
    table->max_pool(&p, x, y, winner), add(y, sizeof(float) * ny), add(winner, sizeof(int32_t) * ny);
    table->max_pool_gradient(&p, winner, d, x, 1), add(x, sizeof(float) * nx);
    table->average_pool(&p, 0, x, y), add(y, sizeof(float) * ny);
    table->average_pool_gradient(&p, 1, d, x, 0), add(x, sizeof(float) * nx);
    table->mean_positions(2, 99, 20, x, y), add(y, sizeof(float) * 40);
    free(x), free(y), free(d), free(winner);
    end("pooling");
}

static void sequences(void) {
    const int rows = 9, h = 37;
    begin(8);
    float *gates = numbers(rows * 4 * h), *recurrent = numbers(rows * 4 * h), *old = numbers(rows * 2 * h);
    float *y = zeros(rows * 2 * h), *kept = zeros(rows * 5 * h), *dg = zeros(rows * 4 * h), *dr = zeros(rows * 4 * h);
    float *before = zeros(rows * 2 * h), *up = numbers(rows * 2 * h);
    table->gru_step(rows, h, gates, 3 * h, recurrent, 0, 0, old, h, y, h, kept, 4 * h);
    add(y, sizeof(float) * rows * h);
    table->gru_step_gradient(rows, h, kept, 4 * h, 0, 0, old, h, up, dg, 3 * h, 0, dr, 3 * h, before);
    add(dg, sizeof(float) * rows * 3 * h), add(dr, sizeof(float) * rows * 3 * h), add(before, sizeof(float) * rows * h);
    table->lstm_step(rows, h, gates, 4 * h, recurrent, 0, 0, old, 2 * h, y, 2 * h, kept, 5 * h);
    add(y, sizeof(float) * rows * 2 * h);
    table->lstm_step_gradient(rows, h, kept, 5 * h, 0, 0, old, 2 * h, up, dg, 4 * h, 0, dr, 4 * h, before);
    add(dg, sizeof(float) * rows * 4 * h), add(before, sizeof(float) * rows * 2 * h);
    int32_t tokens[36];
    for (int i = 0; i < 36; i++) tokens[i] = i * 5 % 9;
    float *embedded = zeros(36 * h), *slopes = zeros(rows * h);
    table->gather_rows(36, h, tokens, 0, old, embedded), add(embedded, sizeof(float) * 36 * h);
    table->scatter_add_rows(36, h, tokens, 0, embedded, slopes), add(slopes, sizeof(float) * rows * h);
    table->embedding_mean(9, 4, h, tokens, 0, old, y), add(y, sizeof(float) * rows * h);
    table->embedding_mean_gradient(9, 4, h, tokens, 0, y, slopes), add(slopes, sizeof(float) * rows * h);
    free(gates), free(recurrent), free(old), free(y), free(kept), free(dg), free(dr), free(before), free(up);
    free(embedded), free(slopes);
    end("sequence");
}

static void optimizers(void) {
    const int n = 501;
    begin(9);
    float *g = numbers(n), *w = numbers(n), *m = numbers(n), *v = zeros(n);
    table->sgd(n, 0.1f, 0.9f, 0, 1e-3f, 0, 1, 0, 0.7f, g, m, w), add(w, sizeof(float) * n), add(m, sizeof(float) * n);
    table->adam(n, 0.1f, 0.9f, 0.999f, 1e-8f, 0.1f, 0.001f, 0, 1e-2f, 1, g, m, v, w), add(w, sizeof(float) * n);
    table->lion(n, 0.1f, 0.9f, 0.99f, 1e-2f, 1, g, m, w), add(w, sizeof(float) * n), add(m, sizeof(float) * n);
    free(g), free(w), free(m), free(v);
    end("optimizer");
}

static void randomness(void) {
    begin(10);
    float *y = zeros(777);
    uint32_t words[777];
    table->random_words(3, 5, 11, 777, words), add(words, sizeof words);
    table->random_uniform(3, 5, 11, 777, -1, 3, y), add(y, sizeof(float) * 777);
    table->dropout_mask(3, 5, 11, 777, 0.3f, y), add(y, sizeof(float) * 777);
    free(y);
    end("random");
}

int main(void) {
    for (int level = 0; level < ck_level_count(); level++) {
        table = ck_level(level);
        products();
        convolutions();
        elementwise();
        reductions();
        rows_of_logits();
        normalizations();
        pooling();
        sequences();
        optimizers();
        randomness();
    }
    return 0;
}
