package cn.lantai.server.command;

import cn.lantai.curation.Author;
import cn.lantai.curation.MergeRefusedException;
import cn.lantai.curation.Merging;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;
import cn.lantai.journal.Journal;
import cn.lantai.server.linkeddata.Entities;
import cn.lantai.server.runtime.StageStores;
import cn.lantai.stage.StageKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Makes two descriptions of one thing one. Asked for again, it goes on where it was interrupted.
 */
@ApplicationScoped
public class MergeCommand implements Command {

  @Inject Journal journal;
  @Inject StageStores stages;

  @Override
  public String name() {
    return "merge";
  }

  @Override
  public boolean run(CommandContext context) throws Exception {
    List<String> words = context.arguments().positional();
    EntityIri replaced = entity(words.get(0));
    EntityIri survivor = entity(words.get(1));
    UpToDate working = new UpToDate(stages, context);
    Merging merging =
        new Merging(
            journal, stages.stage(StageKind.WORKING), () -> working.bring(StageKind.WORKING));
    try {
      Merging.Result done = merging.merge(replaced, survivor, new Author("admin", "合并重复著录"));
      context.say(
          LocalizedText.of(
              words.get(0) + " 已并入 " + words.get(1) + "，改动了 " + done.references() + " 条引用。",
              words.get(0)
                  + " was merged into "
                  + words.get(1)
                  + "; "
                  + done.references()
                  + " descriptions pointed at it."));
      return true;
    } catch (MergeRefusedException refused) {
      throw new CommandException(refused.text());
    }
  }

  private static EntityIri entity(String word) throws CommandException {
    int slash = word.indexOf('/');
    Optional<EntityIri> named =
        slash < 0
            ? Optional.empty()
            : Entities.named(word.substring(0, slash), word.substring(slash + 1));
    return named.orElseThrow(
        () ->
            new CommandException(
                LocalizedText.of(
                    "“" + word + "”不是条目：写成 person/maodun 的样子",
                    "\"" + word + "\" names nothing: write it like person/maodun")));
  }
}
