package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** An institution with what it holds; {@code fonds} may be left empty where only counts matter. */
public record HolderCard(
    String href,
    Text name,
    Optional<Text> place,
    long fondsCount,
    long recordCount,
    List<LevelRow> fonds) {
  public HolderCard {
    Objects.requireNonNull(href);
    Objects.requireNonNull(name);
    Objects.requireNonNull(place);
    fonds = List.copyOf(fonds);
  }
}
