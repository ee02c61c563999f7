package cn.lantai.samples.kit;

import java.util.List;

/**
 * A kind of sheet and how it has aged.
 *
 * @param cloud how blotched the ground is
 * @param fibre how much the fibres run across
 * @param grain tooth of the surface
 * @param laid distance of laid lines, 0 for none
 * @param weave width of a thread of cloth, 0 for paper
 * @param hairs visible loose fibres
 * @param rough how ragged the edges are
 * @param wear darkening from the edges inwards, 0 to 1
 * @param folds creases, as {@code "v0.5"} or {@code "h0.33"}
 */
public record Paper(
    int base,
    int dark,
    double cloud,
    double fibre,
    double grain,
    double laid,
    int weave,
    int hairs,
    double rough,
    double wear,
    int stains,
    int holes,
    List<String> folds) {

  public static Paper of(String name) {
    return switch (name) {
      case "xuan" ->
          paper(0xE9DDC0, 0x8A6A3A).laid(9.4).hairs(160).fibre(0.5).rough(3).stains(5).wear(0.5);
      case "maobian" ->
          paper(0xDCC48D, 0x7A5726).laid(12).hairs(420).fibre(1.0).rough(7).stains(7).wear(0.8);
      case "ledger" ->
          paper(0xE3D0A1, 0x80602E).laid(10).hairs(240).fibre(0.7).rough(5).stains(6).wear(0.8);
      case "glazed" ->
          paper(0xE6CF8C, 0x8A6626).fibre(0.35).grain(0.7).rough(3).stains(5).wear(0.7);
      case "machine" ->
          paper(0xE8DFC6, 0x8C7343).fibre(0.3).grain(0.9).rough(1.6).stains(4).wear(0.5);
      case "white" ->
          paper(0xEFEBDF, 0x9B8B69).fibre(0.2).grain(0.7).rough(1.2).stains(2).wear(0.3);
      case "office" ->
          paper(0xF3F1EA, 0xA9A294).fibre(0.1).grain(0.5).rough(0.8).stains(0).wear(0.12);
      case "news" -> paper(0xD9CBA6, 0x7B6237).fibre(0.6).grain(1.3).rough(4).stains(6).wear(0.8);
      case "kraft" ->
          paper(0xB98F58, 0x5E3F1C).fibre(1.3).grain(1.4).hairs(300).rough(2.5).stains(6).wear(0.7);
      case "card" ->
          paper(0xDCD6C8, 0x857C68).fibre(0.2).grain(1.0).rough(1.2).stains(2).wear(0.35);
      case "album" ->
          paper(0x5E5B55, 0x2C2925).fibre(0.4).grain(1.5).rough(1.5).stains(2).wear(0.4);
      case "blackcard" ->
          paper(0x37332F, 0x171412).fibre(0.4).grain(1.4).rough(1.5).stains(2).wear(0.4);
      case "tracing" ->
          paper(0xE4DCBF, 0x93824F)
              .cloud(0.7)
              .fibre(0.15)
              .grain(0.45)
              .rough(1.5)
              .stains(3)
              .wear(0.5);
      case "blueprint" ->
          paper(0x274E86, 0x142B52).cloud(1.2).fibre(0.3).grain(1.2).rough(2).stains(3).wear(0.5);
      case "bluecloth" ->
          paper(0x43546B, 0x1A2230).cloud(1.1).grain(1.2).weave(5).rough(2).stains(3).wear(0.8);
      case "indigo" ->
          paper(0x374A60, 0x171F2B)
              .cloud(1.3)
              .grain(1.3)
              .fibre(0.8)
              .hairs(80)
              .rough(2)
              .stains(3)
              .wear(0.9);
      case "redcloth" ->
          paper(0x7A3A33, 0x36150F).cloud(1.0).grain(1.2).weave(5).rough(2).stains(2).wear(0.8);
      case "browncloth" ->
          paper(0x6A5138, 0x2E2013).cloud(1.0).grain(1.2).weave(5).rough(2).stains(3).wear(0.8);
      case "greencloth" ->
          paper(0x46584A, 0x1C261E).cloud(1.0).grain(1.2).weave(5).rough(2).stains(2).wear(0.7);
      case "silk" ->
          paper(0xB5231F, 0x5D0F0D).cloud(0.9).grain(0.8).weave(3).rough(1.5).stains(2).wear(0.4);
      case "pink" -> paper(0xE9CDB6, 0x96604B).fibre(0.4).grain(0.8).rough(2.2).stains(4).wear(0.6);
      case "poster" ->
          paper(0xE9DFC4, 0x8C7343).fibre(0.2).grain(0.8).rough(2.5).stains(4).wear(0.55);
      default -> throw new IllegalArgumentException("No such paper: " + name);
    };
  }

  private static Paper paper(int base, int dark) {
    return new Paper(base, dark, 1, 0.3, 1, 0, 0, 0, 2, 0.5, 3, 0, List.of());
  }

  public Paper fold(String... creases) {
    return new Paper(
        base,
        dark,
        cloud,
        fibre,
        grain,
        laid,
        weave,
        hairs,
        rough,
        wear,
        stains,
        holes,
        List.of(creases));
  }

  public Paper holes(int count) {
    return new Paper(
        base, dark, cloud, fibre, grain, laid, weave, hairs, rough, wear, stains, count, folds);
  }

  public Paper stains(int count) {
    return new Paper(
        base, dark, cloud, fibre, grain, laid, weave, hairs, rough, wear, count, holes, folds);
  }

  public Paper wear(double amount) {
    return new Paper(
        base, dark, cloud, fibre, grain, laid, weave, hairs, rough, amount, stains, holes, folds);
  }

  public Paper rough(double amount) {
    return new Paper(
        base, dark, cloud, fibre, grain, laid, weave, hairs, amount, wear, stains, holes, folds);
  }

  /** The same kind of sheet in another colour. */
  public Paper tint(int rgb) {
    return new Paper(
        rgb, dark, cloud, fibre, grain, laid, weave, hairs, rough, wear, stains, holes, folds);
  }

  private Paper cloud(double v) {
    return new Paper(
        base, dark, v, fibre, grain, laid, weave, hairs, rough, wear, stains, holes, folds);
  }

  private Paper fibre(double v) {
    return new Paper(
        base, dark, cloud, v, grain, laid, weave, hairs, rough, wear, stains, holes, folds);
  }

  private Paper grain(double v) {
    return new Paper(
        base, dark, cloud, fibre, v, laid, weave, hairs, rough, wear, stains, holes, folds);
  }

  private Paper laid(double v) {
    return new Paper(
        base, dark, cloud, fibre, grain, v, weave, hairs, rough, wear, stains, holes, folds);
  }

  private Paper weave(int v) {
    return new Paper(
        base, dark, cloud, fibre, grain, laid, v, hairs, rough, wear, stains, holes, folds);
  }

  private Paper hairs(int v) {
    return new Paper(
        base, dark, cloud, fibre, grain, laid, weave, v, rough, wear, stains, holes, folds);
  }
}
