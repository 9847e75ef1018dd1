// SPDX-License-Identifier: Apache-2.0
// FFmpeg behind a few calls: pictures, videos and sounds are decoded from memory, so that a file can name no other.
#pragma once

#include <stddef.h>
#include <stdint.h>

typedef struct media_stream media_stream;

enum media_kind { MEDIA_PICTURES, MEDIA_SOUND };

/// Opens the best stream of a kind. The bytes must stay in place until it is closed.
/// NULL: why is in `error`, a text of at most `capacity` bytes.
media_stream *media_open(const uint8_t *bytes, size_t count, enum media_kind kind, char *error, size_t capacity);
void media_close(media_stream *stream);

/// Packets of the stream, counted without decoding: for video the number of frames. Use the stream for nothing else.
int64_t media_count_packets(media_stream *stream);

/// Decodes the next frame. 1: there is one; 0: the end; −1: an error, its text in `error`.
int media_next(media_stream *stream, char *error, size_t capacity);

/// Size of the present frame in pixels.
void media_frame_size(const media_stream *stream, int *width, int *height);

/// The present frame scaled to width × height, four bytes a pixel: red, green, blue, opacity. −1: it cannot be.
int media_frame_pixels(media_stream *stream, int width, int height, uint8_t *pixels);

/// Samples of the present frame.
int media_sample_count(const media_stream *stream);
int media_sample_rate(const media_stream *stream);

/// The present frame's samples, channels averaged to one, in [−1, 1]. −1: an unknown sample format.
int media_samples(const media_stream *stream, float *samples);

/// Whether decoding gives the same bits on every machine.
int media_is_exact(const media_stream *stream);

/// Bytes of a file that was made; to be given back with `media_free`.
typedef struct {
    uint8_t *bytes;
    size_t count;
} media_file;

void media_free(media_file *file);

/// A PNG of width × height pixels of 1 (brightness) or 3 (red, green, blue) bytes. −1: why is in `error`.
int media_write_png(
    const uint8_t *pixels, int width, int height, int channels, media_file *file, char *error, size_t capacity);

enum media_container { MEDIA_MP4, MEDIA_MATROSKA };

/// A video without loss, three bytes a pixel: H.264 in MP4, FFV1 in Matroska. −1: why is in `error`.
int media_write_video(
    const uint8_t *pixels, int frames, int width, int height, int rate, enum media_container container,
    media_file *file, char *error, size_t capacity);
