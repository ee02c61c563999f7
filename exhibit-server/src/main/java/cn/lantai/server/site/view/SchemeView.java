package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A concept scheme with its tree.
 *
 * @param count of all its themes
 * @param tree the themes at its top that this page shows, each with those below it
 */
public record SchemeView(
    Text title,
    Optional<Standing> standing,
    List<Text> about,
    int count,
    List<ThemeItem> tree,
    Pager pager,
    List<Claim> claims,
    Footing footing,
    List<Note> notes,
    EntityLinks links)
    implements PageView {
  public SchemeView {
    Objects.requireNonNull(title);
    Objects.requireNonNull(standing);
    about = List.copyOf(about);
    tree = List.copyOf(tree);
    Objects.requireNonNull(pager);
    claims = List.copyOf(claims);
    Objects.requireNonNull(footing);
    notes = List.copyOf(notes);
    Objects.requireNonNull(links);
  }

  @Override
  public String template() {
    return "scheme";
  }
}
