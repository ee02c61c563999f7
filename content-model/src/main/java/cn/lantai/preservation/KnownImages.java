package cn.lantai.preservation;

import cn.lantai.entity.EntityIri;
import cn.lantai.journal.EntityState;
import cn.lantai.journal.Entry;
import cn.lantai.journal.Journal;
import cn.lantai.media.Digest;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The originals that the newest descriptions of images and recordings name. */
public final class KnownImages {

  private static final int PAGE = 1000;
  private static final Pattern DIGEST = Pattern.compile("\"(sha256:[0-9a-f]{64})\"");

  private KnownImages() {}

  public static Set<Digest> of(Journal journal) {
    Set<Digest> known = new HashSet<>();
    Optional<EntityIri> last = Optional.empty();
    List<EntityState> page = journal.states(last, PAGE);
    while (!page.isEmpty()) {
      List<Long> versions =
          page.stream()
              .filter(state -> state.entity().type().isDigital())
              .map(EntityState::current)
              .toList();
      for (Entry entry : journal.entries(versions)) {
        Matcher digest = DIGEST.matcher(new String(entry.content(), StandardCharsets.UTF_8));
        while (digest.find()) {
          known.add(Digest.parse(digest.group(1)));
        }
      }
      last = Optional.of(page.get(page.size() - 1).entity());
      page = journal.states(last, PAGE);
    }
    return known;
  }
}
