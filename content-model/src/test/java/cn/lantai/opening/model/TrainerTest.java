package cn.lantai.opening.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.opening.Finding;
import cn.lantai.opening.Opinion;
import cn.lantai.opening.Outcome;
import cn.lantai.opening.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decisions of a county archive, as they might be: by what a file is about, with exceptions. */
class TrainerTest {

  private static final List<String> OPENED =
      List.of("春耕生产", "水利工程", "供销社", "农具", "稻种", "塘坝", "渡口码头", "农贸市场", "扫盲班", "图书馆");
  private static final List<String> CLOSED =
      List.of("干部考察", "处分决定", "信访申诉", "政审材料", "人事任免", "离婚案件", "病历");
  private static final List<String> COMMON =
      List.of("关于", "的请示", "批复", "县人民政府", "一九九八年", "通知", "会议", "情况", "报告");

  @TempDir Path folder;

  @Test
  void itLearnsWhatTheArchiveKeepsClosedAndSaysByWhichWords() {
    Trainer.Trained trained = train(samples(60, 40));
    Quality quality = trained.quality();
    assertTrue(quality.isEnough());
    assertEquals(100, quality.trained());
    assertEquals(0.6, quality.baseline(), 1e-9);
    assertTrue(quality.accuracy() > 0.9, "accuracy " + quality.accuracy());
    Opinion closed = opinion(trained, "关于王某处分决定的信访申诉情况报告");
    assertEquals(Outcome.CONTROL, closed.likeliest());
    assertTrue(closed.share(Outcome.CONTROL) > 0.8, closed.toString());
    Set<String> words =
        closed.words().stream()
            .map(Finding::spot)
            .map(spot -> spot.orElseThrow().words())
            .collect(Collectors.toSet());
    assertTrue(words.stream().anyMatch(word -> word.contains("处分")), words.toString());
    assertTrue(words.stream().noneMatch(word -> word.contains("关于")), words.toString());
    Opinion open = opinion(trained, "关于塘坝水利工程的请示");
    assertEquals(Outcome.OPEN, open.likeliest());
    assertEquals(List.of(), open.words());
  }

  @Test
  void theSameDecisionsGiveTheSameModel() throws IOException {
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    ModelFile.write(train(samples(60, 40)), one);
    ModelFile.write(train(samples(60, 40)), two);
    assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
  }

  @Test
  void whatWasKeptSaysTheSameAsBefore() throws IOException {
    Path file = folder.resolve("models/o1");
    assertEquals(Optional.empty(), ModelFile.read(file));
    Trainer.Trained trained = train(samples(40, 40));
    ModelFile.write(trained, file);
    Trainer.Trained read = ModelFile.read(file).orElseThrow();
    assertEquals(trained.quality(), read.quality());
    assertEquals(opinion(trained, "干部考察材料"), opinion(read, "干部考察材料"));
  }

  @Test
  void ofTooFewDecisionsItLearnsNothingAndSaysSo() throws IOException {
    Trainer.Trained trained = train(samples(200, 29));
    assertFalse(trained.quality().isEnough());
    assertEquals(Optional.empty(), trained.model());
    assertEquals(29, trained.quality().decisions().get(Outcome.CONTROL));
    Path file = folder.resolve("none");
    ModelFile.write(trained, file);
    assertEquals(Optional.of(trained), ModelFile.read(file));
    assertFalse(train(List.of()).quality().isEnough());
  }

  @Test
  void whereTheWordsSayNothingItIsNoBetterThanAlwaysSayingTheSame() {
    Random random = new Random(7);
    List<Sample> noise = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      noise.add(
          new Sample(
              i % 2 == 0 ? Outcome.OPEN : Outcome.CONTROL, Samples.text(words(COMMON, 5, random))));
    }
    Quality quality = train(noise).quality();
    assertTrue(quality.accuracy() < 0.65, "accuracy " + quality.accuracy());
  }

  private static Opinion opinion(Trainer.Trained trained, String words) {
    return trained.model().orElseThrow().of(Samples.text(words));
  }

  private static Trainer.Trained train(List<Sample> samples) {
    return Trainer.train(samples, (step, of) -> {});
  }

  private static List<Sample> samples(int opened, int closed) {
    Random random = new Random(1927);
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < opened; i++) {
      samples.add(sample(Outcome.OPEN, OPENED, random));
    }
    for (int i = 0; i < closed; i++) {
      samples.add(sample(Outcome.CONTROL, CLOSED, random));
    }
    return samples;
  }

  private static Sample sample(Outcome outcome, List<String> about, Random random) {
    return new Sample(outcome, Samples.text(words(COMMON, 4, random) + words(about, 3, random)));
  }

  private static String words(List<String> from, int count, Random random) {
    return random.ints(count, 0, from.size()).mapToObj(from::get).collect(Collectors.joining("，"));
  }
}
