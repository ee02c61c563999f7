package cn.lantai.media.recording;

import cn.lantai.entity.LocalizedText;

/** A file is no recording that can be kept and played; nothing has been stored. */
public final class RefusedRecordingException extends Exception {

  private static final long serialVersionUID = 1L;

  private static final LocalizedText COPY_AGAIN =
      LocalizedText.of("请重新复制或导出这个文件", "Copy or export the file again");

  static final LocalizedText SOUND =
      LocalizedText.of(
          "请转换为 MP3、M4A（AAC）、FLAC、WAV 或 Ogg Opus",
          "Convert it to MP3, M4A (AAC), FLAC, WAV or Ogg Opus");

  static final LocalizedText FILM =
      LocalizedText.of("请转换为 MP4（H.264 和 AAC）或 WebM", "Convert it to MP4 (H.264 and AAC) or WebM");

  static final LocalizedText EITHER =
      LocalizedText.of(
          "声音请转换为 MP3、M4A（AAC）、FLAC、WAV 或 Ogg Opus，影像请转换为 MP4（H.264 和 AAC）或 WebM",
          "Convert sound to MP3, M4A (AAC), FLAC, WAV or Ogg Opus, and film to MP4 (H.264 and AAC)"
              + " or WebM");

  private final transient LocalizedText reason;
  private final transient LocalizedText remedy;

  RefusedRecordingException(LocalizedText reason, LocalizedText remedy) {
    super(reason.en().orElse(reason.zh()));
    this.reason = reason;
    this.remedy = remedy;
  }

  /** Of a format, or with a codec, that not every browser plays. */
  static RefusedRecordingException unplayable(String what, LocalizedText remedy) {
    return new RefusedRecordingException(
        LocalizedText.of("浏览器不能播放 " + what, "Browsers do not play " + what), remedy);
  }

  static RefusedRecordingException truncated() {
    return new RefusedRecordingException(
        LocalizedText.of("文件不完整，结尾缺失", "The file is incomplete: its end is missing"), COPY_AGAIN);
  }

  static RefusedRecordingException broken(String zh, String en) {
    return new RefusedRecordingException(
        LocalizedText.of("文件已损坏：" + zh, "The file is damaged: " + en), COPY_AGAIN);
  }

  static RefusedRecordingException withoutDuration() {
    return new RefusedRecordingException(
        LocalizedText.of("文件没有说明时长", "The file does not say how long it is"),
        LocalizedText.of(
            "请重新封装，如 ffmpeg -i 原文件 -c copy 新文件",
            "Write it anew, for example with ffmpeg -i OLD -c copy NEW"));
  }

  public LocalizedText reason() {
    return reason;
  }

  /** What to do about it. */
  public LocalizedText remedy() {
    return remedy;
  }
}
