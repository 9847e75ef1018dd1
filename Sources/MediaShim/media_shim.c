// SPDX-License-Identifier: Apache-2.0

#include "media_shim.h"

#include <errno.h>
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/channel_layout.h>
#include <libavutil/log.h>
#include <libswscale/swscale.h>
#include <stdlib.h>
#include <string.h>

// Containers that hold their data themselves: no playlists, no lists of other files, no devices, no network.
static const char *const containers =
    "aac,aiff,avi,bmp_pipe,caf,flac,flv,gif,gif_pipe,jpeg_pipe,matroska,webm,mov,mp4,m4a,mp3,mpeg,mpegts,mpegvideo,"
    "ogg,pgm_pipe,png_pipe,ppm_pipe,tiff_pipe,w64,wav,webp_pipe";

// A picture of more pixels than this is refused before memory is asked for it.
static const int64_t most_pixels = 1 << 26;

typedef struct {
    const uint8_t *bytes;
    size_t count;
    size_t position;
} memory;

struct media_stream {
    memory source;
    AVIOContext *io;
    AVFormatContext *format;
    AVCodecContext *codec;
    int index;
    AVPacket *packet;
    AVFrame *frame;
    struct SwsContext *scaler;
    int draining;
};

static int read_memory(void *opaque, uint8_t *buffer, int size) {
    memory *source = opaque;
    size_t left = source->count - source->position;
    if (left == 0) return AVERROR_EOF;
    size_t here = (size_t)size < left ? (size_t)size : left;
    memcpy(buffer, source->bytes + source->position, here);
    source->position += here;
    return (int)here;
}

static int64_t seek_memory(void *opaque, int64_t offset, int whence) {
    memory *source = opaque;
    if (whence & AVSEEK_SIZE) return (int64_t)source->count;
    int64_t base = 0;
    switch (whence & ~AVSEEK_FORCE) {
    case SEEK_SET: break;
    case SEEK_CUR: base = (int64_t)source->position; break;
    case SEEK_END: base = (int64_t)source->count; break;
    default: return AVERROR(EINVAL);
    }
    if (offset < -base || offset > (int64_t)source->count - base) return AVERROR(EINVAL);
    source->position = (size_t)(base + offset);
    return base + offset;
}

// Whatever a file names besides itself is not opened.
static int refuse(AVFormatContext *format, AVIOContext **io, const char *url, int flags, AVDictionary **options) {
    (void)format, (void)url, (void)flags, (void)options;
    *io = NULL;
    return AVERROR(EPERM);
}

static void explain(int code, char *error, size_t capacity) {
    if (capacity > 0 && av_strerror(code, error, capacity) < 0) snprintf(error, capacity, "error %d", code);
}

static media_stream *fail(media_stream *stream, int code, char *error, size_t capacity) {
    explain(code, error, capacity);
    media_close(stream);
    return NULL;
}

media_stream *media_open(const uint8_t *bytes, size_t count, enum media_kind kind, char *error, size_t capacity) {
    av_log_set_level(AV_LOG_QUIET);
    media_stream *stream = calloc(1, sizeof *stream);
    if (!stream) return fail(NULL, AVERROR(ENOMEM), error, capacity);
    stream->source = (memory){bytes, count, 0};
    const int block = 1 << 15;
    uint8_t *buffer = av_malloc(block);
    if (!buffer) return fail(stream, AVERROR(ENOMEM), error, capacity);
    stream->io = avio_alloc_context(buffer, block, 0, &stream->source, read_memory, NULL, seek_memory);
    if (!stream->io) {
        av_free(buffer);
        return fail(stream, AVERROR(ENOMEM), error, capacity);
    }
    stream->format = avformat_alloc_context();
    if (!stream->format) return fail(stream, AVERROR(ENOMEM), error, capacity);
    stream->format->pb = stream->io;
    stream->format->io_open = refuse;
    stream->format->flags |= AVFMT_FLAG_CUSTOM_IO | AVFMT_FLAG_BITEXACT;
    stream->format->format_whitelist = av_strdup(containers);
    stream->format->max_streams = 64;
    int code = avformat_open_input(&stream->format, NULL, NULL, NULL);
    if (code < 0) return fail(stream, code, error, capacity);
    code = avformat_find_stream_info(stream->format, NULL);
    if (code < 0) return fail(stream, code, error, capacity);
    const AVCodec *decoder = NULL;
    enum AVMediaType type = kind == MEDIA_PICTURES ? AVMEDIA_TYPE_VIDEO : AVMEDIA_TYPE_AUDIO;
    stream->index = av_find_best_stream(stream->format, type, -1, -1, &decoder, 0);
    if (stream->index < 0) return fail(stream, stream->index, error, capacity);
    stream->codec = avcodec_alloc_context3(decoder);
    stream->packet = av_packet_alloc();
    stream->frame = av_frame_alloc();
    if (!stream->codec || !stream->packet || !stream->frame) return fail(stream, AVERROR(ENOMEM), error, capacity);
    code = avcodec_parameters_to_context(stream->codec, stream->format->streams[stream->index]->codecpar);
    if (code < 0) return fail(stream, code, error, capacity);
    stream->codec->flags |= AV_CODEC_FLAG_BITEXACT;
    stream->codec->err_recognition |= AV_EF_CRCCHECK | AV_EF_BITSTREAM | AV_EF_BUFFER | AV_EF_EXPLODE;
    stream->codec->thread_count = 1;
    stream->codec->max_pixels = most_pixels;
    code = avcodec_open2(stream->codec, decoder, NULL);
    if (code < 0) return fail(stream, code, error, capacity);
    return stream;
}

void media_close(media_stream *stream) {
    if (!stream) return;
    sws_freeContext(stream->scaler);
    av_frame_free(&stream->frame);
    av_packet_free(&stream->packet);
    avcodec_free_context(&stream->codec);
    avformat_close_input(&stream->format);
    if (stream->io) av_freep(&stream->io->buffer);
    avio_context_free(&stream->io);
    free(stream);
}

int64_t media_count_packets(media_stream *stream) {
    int64_t count = 0;
    while (av_read_frame(stream->format, stream->packet) >= 0) {
        if (stream->packet->stream_index == stream->index) count++;
        av_packet_unref(stream->packet);
    }
    return count;
}

int media_next(media_stream *stream, char *error, size_t capacity) {
    for (;;) {
        int code = avcodec_receive_frame(stream->codec, stream->frame);
        if (code == 0) {
            if (stream->frame->decode_error_flags == 0 && !(stream->frame->flags & AV_FRAME_FLAG_CORRUPT)) return 1;
            explain(AVERROR_INVALIDDATA, error, capacity);
            return -1;
        }
        if (code == AVERROR_EOF) return 0;
        if (code != AVERROR(EAGAIN) || stream->draining) {
            explain(code, error, capacity);
            return -1;
        }
        code = av_read_frame(stream->format, stream->packet);
        if (code == AVERROR_EOF) {
            stream->draining = 1;
            code = avcodec_send_packet(stream->codec, NULL);
        } else if (code >= 0) {
            if (stream->packet->stream_index == stream->index) {
                code = avcodec_send_packet(stream->codec, stream->packet);
            }
            av_packet_unref(stream->packet);
        }
        if (code < 0 && code != AVERROR_EOF) {
            explain(code, error, capacity);
            return -1;
        }
    }
}

void media_frame_size(const media_stream *stream, int *width, int *height) {
    *width = stream->frame->width;
    *height = stream->frame->height;
}

int media_frame_pixels(media_stream *stream, int width, int height, uint8_t *pixels) {
    const AVFrame *frame = stream->frame;
    stream->scaler = sws_getCachedContext(
        stream->scaler, frame->width, frame->height, frame->format, width, height, AV_PIX_FMT_RGBA,
        SWS_BILINEAR | SWS_ACCURATE_RND | SWS_BITEXACT | SWS_FULL_CHR_H_INT, NULL, NULL, NULL);
    if (!stream->scaler) return -1;
    // Its vector code writes past the end of a row: rows of a multiple of 64 bytes, and some room behind the last.
    int stride = (4 * width + 63) / 64 * 64 + 64;
    uint8_t *room = av_malloc((size_t)stride * (size_t)height + 64);
    if (!room) return -1;
    uint8_t *planes[4] = {room};
    int strides[4] = {stride};
    int code = sws_scale(
        stream->scaler, (const uint8_t *const *)frame->data, frame->linesize, 0, frame->height, planes, strides);
    if (code == height) {
        for (int row = 0; row < height; row++) {
            memcpy(pixels + (size_t)row * 4 * (size_t)width, room + (size_t)row * (size_t)stride, 4 * (size_t)width);
        }
    }
    av_free(room);
    return code == height ? 0 : -1;
}

int media_sample_count(const media_stream *stream) { return stream->frame->nb_samples; }
int media_sample_rate(const media_stream *stream) { return stream->frame->sample_rate; }

int media_samples(const media_stream *stream, float *samples) {
    const AVFrame *frame = stream->frame;
    int channels = frame->ch_layout.nb_channels;
    if (channels < 1) return -1;
    int planar = av_sample_fmt_is_planar(frame->format);
    for (int index = 0; index < frame->nb_samples; index++) {
        float sum = 0;
        for (int channel = 0; channel < channels; channel++) {
            const uint8_t *data = frame->extended_data[planar ? channel : 0];
            int place = planar ? index : index * channels + channel;
            switch (av_get_packed_sample_fmt(frame->format)) {
            case AV_SAMPLE_FMT_U8: sum += ((float)data[place] - 128) / 128; break;
            case AV_SAMPLE_FMT_S16: sum += (float)((const int16_t *)data)[place] / 32768; break;
            case AV_SAMPLE_FMT_S32: sum += (float)(((const int32_t *)data)[place] / 2147483648.0); break;
            case AV_SAMPLE_FMT_FLT: sum += ((const float *)data)[place]; break;
            case AV_SAMPLE_FMT_DBL: sum += (float)((const double *)data)[place]; break;
            default: return -1;
            }
        }
        samples[index] = sum / (float)channels;
    }
    return 0;
}

int media_is_exact(const media_stream *stream) {
    const AVCodecDescriptor *descriptor = avcodec_descriptor_get(stream->codec->codec_id);
    // Video decoders work in integers and lossless sound is defined to the bit; other sound is decoded in floating
    // point, differently on different processors.
    return stream->codec->codec_type == AVMEDIA_TYPE_VIDEO ||
           (descriptor && (descriptor->props & AV_CODEC_PROP_LOSSLESS));
}
