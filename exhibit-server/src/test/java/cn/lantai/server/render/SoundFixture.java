package cn.lantai.server.render;

import cn.lantai.server.site.view.Image;
import cn.lantai.server.site.view.Link;
import cn.lantai.server.site.view.Passage;
import cn.lantai.server.site.view.Player;
import cn.lantai.server.site.view.RecordCard;
import cn.lantai.server.site.view.SoundBlock;
import cn.lantai.server.site.view.Text;
import java.util.List;
import java.util.Optional;

/** Sound and film, with everything that a player can show. */
final class SoundFixture {

  private SoundFixture() {}

  /** A stretch of a recording in an exhibition, with what is said in it. */
  static SoundBlock part(RecordCard record, Text heading, List<Link> sources) {
    Player whole = tone("/exhibitions/chishui");
    return new SoundBlock(
        record,
        whole.with(List.of(), whole.lines().subList(1, 2)),
        Optional.of(heading),
        Passage.read(Text.zh("上面的盒卡没有附声音，这一段只示意怎样播放。")),
        sources);
  }

  /** A film for the signed in, with a picture and no heading of its own. */
  static SoundBlock film(RecordCard record, Image picture) {
    return new SoundBlock(
        record,
        new Player(
            "lz-film",
            Text.zh("渡口纪录片"),
            List.of(),
            true,
            Optional.of("/media/lz-film#t=10,30"),
            Optional.of("/exhibitions/chishui#recording-lz-film"),
            false,
            "video/mp4",
            "12:05",
            "H.264, AAC",
            Optional.of(new Player.Size(640, 480)),
            Optional.of(picture),
            false,
            List.of(),
            List.of(),
            List.of(),
            "",
            Optional.empty()),
        Optional.empty(),
        List.of(),
        List.of());
  }

  /**
   * A synthesised recording with captions, chapters and words.
   *
   * @param page that plays it
   */
  static Player tone(String page) {
    return new Player(
        "lz-tone",
        Text.zh("渡口号子"),
        List.of(Text.zh("合成音。")),
        false,
        Optional.of("/media/lz-tone"),
        Optional.empty(),
        false,
        "audio/wav",
        "0:24",
        "PCM 16 bit",
        Optional.empty(),
        Optional.empty(),
        true,
        List.of(new Player.Track("/media/lz-tone/zh-Hans.vtt", "zh-Hans", "中文", true)),
        List.of(moment(page, "0:00", "0", "领句"), moment(page, "0:12", "12", "副歌")),
        List.of(moment(page, "0:00", "0", "起船啰"), moment(page, "0:12", "12", "过了太平渡")),
        "zh-Hans",
        Optional.of(
            new Player.Share(
                "/records/sy-0099",
                "http://127.0.0.1:8080/iiif/manifest/sy-0099",
                "http://127.0.0.1:8080/iiif/canvas/recording/lz-tone")));
  }

  private static Player.Moment moment(String page, String clock, String seconds, String text) {
    return new Player.Moment(
        clock,
        seconds,
        page + "?recording=lz-tone&t=" + seconds + "#recording-lz-tone",
        Optional.of("甲"),
        Text.zh(text));
  }
}
