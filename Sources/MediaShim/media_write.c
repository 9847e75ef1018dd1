// SPDX-License-Identifier: Apache-2.0

#include "media_shim.h"

#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/log.h>
#include <libavutil/opt.h>
#include <stdlib.h>
#include <string.h>

void media_free(media_file *file) {
    free(file->bytes);
    file->bytes = NULL;
    file->count = 0;
}

static int give(int code, const char *what, char *error, size_t capacity) {
    char reason[128] = "unknown";
    av_strerror(code, reason, sizeof reason);
    snprintf(error, capacity, "%s: %s", what, reason);
    return -1;
}

static int keep(const uint8_t *bytes, size_t count, media_file *file) {
    file->bytes = malloc(count ? count : 1);
    if (!file->bytes) return AVERROR(ENOMEM);
    memcpy(file->bytes, bytes, count);
    file->count = count;
    return 0;
}

// A frame of one byte plane of `channels` bytes a pixel, or of four where the encoder wants blue, green, red, nothing.
static AVFrame *frame_of(const uint8_t *pixels, int width, int height, int channels, enum AVPixelFormat form) {
    AVFrame *frame = av_frame_alloc();
    if (!frame) return NULL;
    frame->format = form;
    frame->width = width;
    frame->height = height;
    if (av_frame_get_buffer(frame, 0) < 0) {
        av_frame_free(&frame);
        return NULL;
    }
    for (int row = 0; row < height; row++) {
        uint8_t *target = frame->data[0] + (size_t)row * (size_t)frame->linesize[0];
        const uint8_t *source = pixels + (size_t)row * (size_t)width * (size_t)channels;
        if (form != AV_PIX_FMT_BGR0) {
            memcpy(target, source, (size_t)width * (size_t)channels);
            continue;
        }
        for (int column = 0; column < width; column++) {
            for (int channel = 0; channel < 3; channel++) target[4 * column + channel] = source[3 * column + 2 - channel];
            target[4 * column + 3] = 0;
        }
    }
    return frame;
}

int media_write_png(
    const uint8_t *pixels, int width, int height, int channels, media_file *file, char *error, size_t capacity) {
    av_log_set_level(AV_LOG_QUIET);
    enum AVPixelFormat form = channels == 1 ? AV_PIX_FMT_GRAY8 : AV_PIX_FMT_RGB24;
    const AVCodec *encoder = avcodec_find_encoder(AV_CODEC_ID_PNG);
    if (!encoder) return give(AVERROR_ENCODER_NOT_FOUND, "PNG", error, capacity);
    AVCodecContext *codec = avcodec_alloc_context3(encoder);
    AVPacket *packet = av_packet_alloc();
    AVFrame *frame = frame_of(pixels, width, height, channels, form);
    int code = codec && packet && frame ? 0 : AVERROR(ENOMEM);
    if (code == 0) {
        codec->width = width;
        codec->height = height;
        codec->pix_fmt = form;
        codec->time_base = (AVRational){1, 1};
        codec->flags |= AV_CODEC_FLAG_BITEXACT;
        codec->thread_count = 1;
        code = avcodec_open2(codec, encoder, NULL);
    }
    if (code == 0) code = avcodec_send_frame(codec, frame);
    if (code == 0) code = avcodec_receive_packet(codec, packet);
    if (code == 0) code = keep(packet->data, (size_t)packet->size, file);
    av_frame_free(&frame);
    av_packet_free(&packet);
    avcodec_free_context(&codec);
    return code == 0 ? 0 : give(code, "PNG", error, capacity);
}

// Everything the encoder has ready goes into the container.
static int drain(AVFormatContext *format, AVCodecContext *codec, AVStream *stream, AVPacket *packet) {
    for (;;) {
        int code = avcodec_receive_packet(codec, packet);
        if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) return 0;
        if (code < 0) return code;
        av_packet_rescale_ts(packet, codec->time_base, stream->time_base);
        packet->stream_index = stream->index;
        packet->duration = av_rescale_q(1, codec->time_base, stream->time_base);
        code = av_interleaved_write_frame(format, packet);
        if (code < 0) return code;
    }
}

int media_write_video(
    const uint8_t *pixels, int frames, int width, int height, int rate, enum media_container container,
    media_file *file, char *error, size_t capacity) {
    av_log_set_level(AV_LOG_QUIET);
    int is_mp4 = container == MEDIA_MP4;
    const char *what = is_mp4 ? "H.264 in MP4" : "FFV1 in Matroska";
    const AVCodec *encoder = is_mp4 ? avcodec_find_encoder_by_name("libx264rgb") : avcodec_find_encoder(AV_CODEC_ID_FFV1);
    if (!encoder) return give(AVERROR_ENCODER_NOT_FOUND, what, error, capacity);
    enum AVPixelFormat form = is_mp4 ? AV_PIX_FMT_RGB24 : AV_PIX_FMT_BGR0;
    AVFormatContext *format = NULL;
    AVCodecContext *codec = avcodec_alloc_context3(encoder);
    AVPacket *packet = av_packet_alloc();
    int opened = 0;
    int code = avformat_alloc_output_context2(&format, NULL, is_mp4 ? "mp4" : "matroska", NULL);
    AVStream *stream = format ? avformat_new_stream(format, NULL) : NULL;
    if (code >= 0 && (!codec || !packet || !stream)) code = AVERROR(ENOMEM);
    if (code >= 0) {
        format->flags |= AVFMT_FLAG_BITEXACT;
        codec->width = width;
        codec->height = height;
        codec->pix_fmt = form;
        codec->time_base = (AVRational){1, rate};
        codec->framerate = (AVRational){rate, 1};
        codec->flags |= AV_CODEC_FLAG_BITEXACT;
        codec->thread_count = 1;
        if (format->oformat->flags & AVFMT_GLOBALHEADER) codec->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
        AVDictionary *options = NULL;
        if (is_mp4) {
            av_dict_set(&options, "qp", "0", 0);
            av_dict_set(&options, "preset", "veryfast", 0);
        }
        code = avcodec_open2(codec, encoder, &options);
        av_dict_free(&options);
    }
    if (code >= 0) code = avcodec_parameters_from_context(stream->codecpar, codec);
    if (code >= 0) {
        stream->time_base = codec->time_base;
        stream->avg_frame_rate = codec->framerate;
        code = avio_open_dyn_buf(&format->pb);
        opened = code >= 0;
    }
    if (code >= 0) code = avformat_write_header(format, NULL);
    for (int index = 0; index < frames && code >= 0; index++) {
        AVFrame *frame =
            frame_of(pixels + (size_t)index * (size_t)width * (size_t)height * 3, width, height, 3, form);
        if (!frame) {
            code = AVERROR(ENOMEM);
            break;
        }
        frame->pts = index;
        code = avcodec_send_frame(codec, frame);
        av_frame_free(&frame);
        if (code >= 0) code = drain(format, codec, stream, packet);
    }
    if (code >= 0) code = avcodec_send_frame(codec, NULL);
    if (code >= 0) code = drain(format, codec, stream, packet);
    if (code >= 0) code = av_write_trailer(format);
    if (opened) {
        uint8_t *bytes = NULL;
        int count = avio_close_dyn_buf(format->pb, &bytes);
        format->pb = NULL;
        if (code >= 0) code = keep(bytes, (size_t)count, file);
        av_free(bytes);
    }
    av_packet_free(&packet);
    avcodec_free_context(&codec);
    avformat_free_context(format);
    return code >= 0 ? 0 : give(code, what, error, capacity);
}
