package cn.lantai.server.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.lantai.ingest.mapping.Writing;
import cn.lantai.opening.Ground;
import cn.lantai.opening.Outcome;
import cn.lantai.opening.WordList;
import cn.lantai.review.Act;
import cn.lantai.review.Round;
import cn.lantai.review.Stand;
import cn.lantai.search.Facet;
import cn.lantai.search.Publication;
import cn.lantai.server.audit.AuditAction;
import cn.lantai.server.audit.AuditGroup;
import cn.lantai.server.audit.AuditKey;
import cn.lantai.server.audit.AuditOutcome;
import cn.lantai.server.audit.Way;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.rights.Role;
import cn.lantai.server.security.Tokens;
import cn.lantai.server.site.view.AccountFault;
import cn.lantai.server.site.view.ArchiveLevelView;
import cn.lantai.server.site.view.BulkStep;
import cn.lantai.server.site.view.Certainty;
import cn.lantai.server.site.view.EntryView;
import cn.lantai.server.site.view.ErrorView;
import cn.lantai.server.site.view.Field;
import cn.lantai.server.site.view.ImageAccessView;
import cn.lantai.server.site.view.JobPhase;
import cn.lantai.server.site.view.Kind;
import cn.lantai.server.site.view.Nature;
import cn.lantai.server.site.view.NoticeKind;
import cn.lantai.server.site.view.OwnAccountView;
import cn.lantai.server.site.view.SearchView;
import cn.lantai.server.site.view.SignInView;
import cn.lantai.server.site.view.SparqlView;
import cn.lantai.server.site.view.Standing;
import cn.lantai.server.site.view.StateView;
import cn.lantai.server.site.view.TaskState;
import cn.lantai.server.site.view.ThemeView;
import cn.lantai.showing.Showing;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static final Pattern USE = Pattern.compile("msg\\(\"([^\"]+)\"( \\+)?");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d\\}");

  private final Themes themes = Themes.builtIn();

  @Test
  void bothLanguagesHaveTheSameKeysWithTheSamePlaceholders() {
    assertEquals(keys(Language.ZH), keys(Language.EN));
    for (String key : keys(Language.ZH)) {
      assertEquals(placeholders(Language.ZH, key), placeholders(Language.EN, key), key);
    }
  }

  @Test
  void everyKeyIsUsedAndEveryKeyUsedExists() {
    Set<String> used = new TreeSet<>();
    Set<String> prefixes = new TreeSet<>();
    for (Theme theme : themes.all()) {
      ThemeFiles files = themes.filesOf(theme.name());
      for (String name : files.names()) {
        if (name.endsWith(".ftlh")) {
          Matcher use = USE.matcher(new String(files.read(name), StandardCharsets.UTF_8));
          while (use.find()) {
            (use.group(2) == null ? used : prefixes).add(use.group(1));
          }
        }
      }
    }
    labels().map(Renderer::labelKey).forEach(used::add);
    Set<String> existing = keys(Language.ZH);
    prefixes.forEach(
        prefix -> existing.stream().filter(k -> k.startsWith(prefix)).forEach(used::add));
    assertEquals(existing, used);
  }

  @Test
  void chapterNumbersAreWrittenAsInABook() {
    Messages zh = new Messages(themes.messages(Themes.DEFAULT, Language.ZH), Language.ZH);
    assertEquals(
        List.of("一", "十", "十二", "二十", "二十三", "一百〇五", "一百一十"),
        Stream.of(1, 10, 12, 20, 23, 105, 110).map(zh::ordinal).toList());
  }

  private static Stream<Enum<?>> labels() {
    return Stream.<Enum<?>[]>of(
            Kind.values(),
            Nature.values(),
            Certainty.values(),
            Field.Name.values(),
            ArchiveLevelView.Level.values(),
            SignInView.Problem.values(),
            Role.values(),
            AccountFault.values(),
            OwnAccountView.Done.values(),
            ImageAccessView.Outcome.values(),
            StateView.StageName.values(),
            StateView.JobState.values(),
            StateView.Action.values(),
            EntryView.EntryState.values(),
            JobPhase.values(),
            BulkStep.values(),
            SparqlView.FaultKind.values(),
            Facet.values(),
            Standing.values(),
            ThemeView.Bond.values(),
            Publication.values(),
            Act.values(),
            Round.values(),
            Stand.values(),
            cn.lantai.opening.Act.values(),
            Outcome.values(),
            Ground.values(),
            WordList.Kind.values(),
            AuditGroup.values(),
            AuditAction.values(),
            AuditOutcome.values(),
            AuditKey.values(),
            Way.values(),
            NoticeKind.values(),
            TaskState.values(),
            Showing.Outcome.values(),
            Tokens.offered(EnumSet.allOf(Permission.class)).toArray(Permission[]::new),
            Writing.values(),
            SearchView.Notice.values(),
            ErrorView.Status.values())
        .flatMap(Stream::of);
  }

  private Set<String> keys(Language language) {
    return new TreeSet<>(themes.messages(Themes.DEFAULT, language).stringPropertyNames());
  }

  private Set<String> placeholders(Language language, String key) {
    Set<String> found = new TreeSet<>();
    Matcher matcher =
        PLACEHOLDER.matcher(themes.messages(Themes.DEFAULT, language).getProperty(key));
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }
}
