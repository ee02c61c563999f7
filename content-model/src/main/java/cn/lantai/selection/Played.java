package cn.lantai.selection;

import cn.lantai.access.AccessPolicy;
import cn.lantai.access.AccessPolicy.Audience;
import cn.lantai.media.recording.MediaTime;
import cn.lantai.media.recording.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What must be right about the recordings that a block plays. */
public final class Played {

  private Played() {}

  /**
   * @param recordings the recording that an item plays, as far open as it is; empty if there is
   *     none
   */
  public static List<Finding> findings(
      Block block, Function<Item, Optional<Recording>> recordings) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < block.items().size(); i++) {
      Item item = block.items().get(i);
      if (item.member().isPresent() || item.recording().isPresent()) {
        finding(i, item, recordings.apply(item)).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static Optional<Finding> finding(int number, Item item, Optional<Recording> played) {
    if (played.isEmpty()) {
      return Optional.of(
          Finding.of(
              number,
              ItemField.RECORDING,
              "这件记录没有录音或影片，观众看不到这一块",
              "The record has no recording, so visitors do not see this block"));
    }
    if (played.filter(it -> isOf(item, it)).isEmpty()) {
      return Optional.of(
          Finding.of(
              number,
              ItemField.RECORDING,
              "这段音像不属于所选的记录",
              "The recording does not belong to the record"));
    }
    Audience audience = AccessPolicy.audience(played.get());
    if (played.get().content().isEmpty() || audience == Audience.NOBODY) {
      return Optional.of(
          Finding.of(
              number,
              ItemField.RECORDING,
              "这段音像不开放，或文件暂缺，观众看不到这一块",
              "The recording is closed or its file is missing, so visitors do not see this block"));
    }
    if (audience == Audience.SIGNED_IN) {
      return Optional.of(
          Finding.of(
              number,
              ItemField.RECORDING,
              "这段音像登录后才能播放，公众展览请换一段",
              "The recording plays for those signed in alone; choose another for the public"));
    }
    long length = played.get().content().get().technical().millis();
    return item.span()
        .filter(span -> span.start() >= length || span.end().filter(it -> it > length).isPresent())
        .map(
            beyond ->
                Finding.of(
                    number,
                    ItemField.SPAN,
                    "超出了音像的长度（" + MediaTime.clock(length) + "）",
                    "Beyond the end of the recording, which is at " + MediaTime.clock(length)));
  }

  private static boolean isOf(Item item, Recording recording) {
    return item.member().isEmpty() || recording.record().equals(item.member());
  }
}
