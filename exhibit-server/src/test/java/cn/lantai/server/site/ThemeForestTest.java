package cn.lantai.server.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.search.StageIndex;
import cn.lantai.search.Summary;
import cn.lantai.search.ThemeNode;
import cn.lantai.server.render.Language;
import cn.lantai.server.site.view.Link;
import cn.lantai.server.site.view.Standing;
import cn.lantai.server.site.view.ThemeItem;
import cn.lantai.theme.Scheme;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ThemeForestTest {

  @Test
  void aThemeStandsUnderEachOfThoseAboveIt() {
    ThemeForest forest =
        forest(node("a"), node("b", "a"), node("c", "a"), node("d", "b", "c"), node("e"));
    assertEquals("a(b(d) c(d)) e", shape(forest.trees(0, 10, 100)));
    assertEquals(2, forest.tops());
    assertEquals(5, forest.size());
    assertEquals("b(d) c(d)", shape(forest.treesBelow(iri("a"), 10, 100)));
    assertEquals(List.of("a", "b"), labels(forest.path(iri("d"))));
    assertEquals(List.of(), forest.path(iri("a")));
    assertEquals(List.of(), forest.path(iri("nowhere")));
  }

  @Test
  void aLongTreeEndsWhereThereIsNoMoreRoomAndSaysSo() {
    List<ThemeNode> nodes = new ArrayList<>(List.of(node("a"), node("b")));
    for (int i = 0; i < 30; i++) {
      nodes.add(node("a" + i, "a"));
    }
    nodes.add(node("b0", "b"));
    ThemeForest forest = forest(nodes.toArray(ThemeNode[]::new));
    List<ThemeItem> tops = forest.trees(0, 10, 20);
    assertEquals(List.of(30, 1), tops.stream().map(ThemeItem::below).toList());
    assertEquals(List.of(0, 1), tops.stream().map(item -> item.narrower().size()).toList());
    assertEquals("b(b0)", shape(forest.trees(1, 10, 20)));
  }

  @Test
  void themesInACircleAreShownAndEnd() {
    ThemeForest forest = forest(node("a", "b"), node("b", "a"), node("c", "not-public"));
    assertEquals("c a(b)", shape(forest.trees(0, 10, 100)));
    assertEquals(List.of("b"), labels(forest.path(iri("a"))));
  }

  @Test
  void officialAndLocalThemesAreToldApart() {
    assertEquals(Optional.of(Standing.OFFICIAL), ThemeForest.standing(Scheme.OFFICIAL));
    assertEquals(Optional.of(Standing.LOCAL), ThemeForest.standing(Scheme.LOCAL));
    assertEquals(Optional.empty(), ThemeForest.standing(Scheme.GENRES));
    assertEquals(
        Optional.of(Standing.LOCAL), forest(node("a")).item(iri("a")).orElseThrow().standing());
  }

  private static String shape(List<ThemeItem> items) {
    return items.stream()
        .map(
            item ->
                item.link().label()
                    + (item.narrower().isEmpty() ? "" : "(" + shape(item.narrower()) + ")"))
        .collect(Collectors.joining(" "));
  }

  private static List<String> labels(List<Link> links) {
    return links.stream().map(link -> link.label().value()).toList();
  }

  private static EntityIri iri(String key) {
    return new EntityIri(EntityType.THEME, key);
  }

  private static ThemeNode node(String key, String... broader) {
    Summary summary =
        new Summary(
            iri(key),
            LocalizedText.of(key),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            List.of(),
            "");
    return new ThemeNode(summary, Arrays.stream(broader).map(ThemeForestTest::iri).toList(), 1);
  }

  private static ThemeForest forest(ThemeNode... nodes) {
    StageIndex index =
        (StageIndex)
            Proxy.newProxyInstance(
                StageIndex.class.getClassLoader(),
                new Class<?>[] {StageIndex.class},
                (proxy, method, arguments) -> {
                  assertEquals("themes", method.getName());
                  return List.of(nodes);
                });
    return new ThemeForest(index, Scheme.LOCAL, new Wording(Language.ZH));
  }
}
