package cn.lantai.server.command;

import cn.lantai.entity.LocalizedText;
import cn.lantai.server.runtime.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;

/** Makes the stages again from the journal; readers keep the old ones until then. */
@ApplicationScoped
public class RebuildCommand implements Command {

  @Inject Stores stores;

  @Override
  public String name() {
    return "rebuild";
  }

  @Override
  public boolean run(CommandContext context) {
    Map<String, Long> before = stores.sizes();
    stores.rebuild(row -> {});
    context.say(
        LocalizedText.of(
            "日志共 " + stores.head() + " 条，查询库已重建。",
            "The stages were made again from " + stores.head() + " journal rows."));
    new TreeMap<>(stores.sizes())
        .forEach(
            (stage, size) ->
                context.say("  %s: %d → %d triples".formatted(stage, before.get(stage), size)));
    return true;
  }
}
