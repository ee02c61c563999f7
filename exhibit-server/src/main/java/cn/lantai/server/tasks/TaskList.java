package cn.lantai.server.tasks;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;
import cn.lantai.server.render.Language;
import cn.lantai.server.review.ReviewPage;
import cn.lantai.server.security.Colleague;
import cn.lantai.server.security.Visitor;
import cn.lantai.server.site.view.OwnTasksView;
import cn.lantai.server.site.view.TaskState;
import cn.lantai.server.site.view.TasksView;
import cn.lantai.server.site.view.Text;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the pages of tasks show. */
@RequestScoped
public class TaskList {

  @Inject TaskDesk desk;
  @Inject ReviewPage titles;
  @Inject Visitor visitor;
  @Inject Clock clock;

  /** Which tasks are shown, and what is told beside them. */
  static final class Shown {

    final EntityIri entity;
    TasksView.Show show = TasksView.Show.ALL;
    int round;
    long open;
    long at;
    Optional<TasksView.Form> typed = Optional.empty();
    TasksView.Form adding = TasksView.Form.EMPTY;
    String pasted = "";
    Optional<TasksView.Act> done = Optional.empty();
    final List<Text> faults = new ArrayList<>();

    Shown(EntityIri entity) {
      this.entity = entity;
    }
  }

  TasksView view(Shown shown, Language language) {
    List<Task> all = desk.of(shown.entity);
    List<Colleague> colleagues = desk.colleagues(shown.entity);
    Map<String, String> names =
        colleagues.stream().collect(Collectors.toMap(Colleague::name, Colleague::called));
    LocalDate today = today();
    List<TasksView.Row> rows =
        all.stream()
            .filter(task -> isShown(task, shown, today))
            .map(task -> row(task, shown, names, today))
            .toList();
    return new TasksView(
        titles.titles(List.of(shown.entity), language).get(shown.entity),
        TaskPages.path(shown.entity).replaceFirst("/tasks$", ""),
        rows,
        new TasksView.Summary(
            all.size(),
            (int) all.stream().filter(task -> task.duty().state() == TaskState.DONE).count(),
            (int) all.stream().filter(task -> task.duty().isLate(today)).count()),
        shown.show,
        shown.round,
        all.stream()
            .map(task -> task.duty().round())
            .filter(n -> n > 0)
            .distinct()
            .sorted()
            .toList(),
        desk.mayPlan(shown.entity),
        colleagues.stream().map(each -> new TasksView.Person(each.name(), each.called())).toList(),
        shown.adding,
        shown.pasted,
        shown.faults,
        shown.done.map(
            act ->
                new TasksView.Done(
                    act, rows.stream().map(TasksView.Row::id).toList().indexOf(shown.at) + 1)));
  }

  OwnTasksView own(Language language) {
    List<Task> mine = desk.mine();
    Map<EntityIri, Text> of =
        titles.titles(mine.stream().map(Task::entity).distinct().toList(), language);
    LocalDate today = today();
    return new OwnTasksView(
        mine.stream()
            .map(
                task ->
                    new OwnTasksView.Row(
                        task.id(),
                        task.version(),
                        task.duty().title(),
                        TaskPages.path(task.entity()),
                        of.get(task.entity()),
                        task.duty().begins(),
                        task.duty().due(),
                        task.duty().state(),
                        task.duty().isLate(today)))
            .toList());
  }

  /** Why nothing was done; who has changed the task meanwhile is named. */
  Text fault(TaskRefusedException refused, Language language) {
    LocalizedText why = TaskWording.of(refused.reason());
    String by =
        refused
            .current()
            .map(task -> "（" + task.agent() + "：" + task.duty().title() + "）")
            .orElse("");
    return ReviewPage.text(language, LocalizedText.of(why.zh() + by, why.en().orElseThrow() + by));
  }

  /** One sentence for each line that cannot be read. */
  List<Text> faults(PastedTasks pasted, Language language) {
    return pasted.faults().stream()
        .map(
            fault -> {
              LocalizedText why = TaskWording.of(fault.reason());
              return ReviewPage.text(
                  language,
                  LocalizedText.of(
                      "第 " + fault.line() + " 行“" + fault.text() + "”：" + why.zh(),
                      "Line "
                          + fault.line()
                          + " (“"
                          + fault.text()
                          + "”): "
                          + why.en().orElseThrow()));
            })
        .toList();
  }

  private boolean isShown(Task task, Shown shown, LocalDate today) {
    boolean wanted =
        switch (shown.show) {
          case ALL -> true;
          case OPEN -> task.duty().state().isOpen();
          case MINE -> task.isOf(visitor.name());
          case LATE -> task.duty().isLate(today);
        };
    return task.id() == shown.open
        || (wanted && (shown.round == 0 || task.duty().round() == shown.round));
  }

  private TasksView.Row row(Task task, Shown shown, Map<String, String> names, LocalDate today) {
    Duty duty = task.duty();
    boolean open = task.id() == shown.open && desk.mayTell(task);
    return new TasksView.Row(
        task.id(),
        task.version(),
        duty.title(),
        duty.person().map(name -> new TasksView.Person(name, names.getOrDefault(name, name))),
        duty.begins(),
        duty.due(),
        duty.state(),
        duty.round(),
        duty.isLate(today),
        task.isOf(visitor.name()),
        desk.mayTell(task),
        open ? Optional.of(shown.typed.orElseGet(() -> form(duty))) : Optional.empty());
  }

  private static TasksView.Form form(Duty duty) {
    return new TasksView.Form(
        duty.title(),
        duty.person().orElse(""),
        duty.begins().map(LocalDate::toString).orElse(""),
        duty.due().map(LocalDate::toString).orElse(""),
        duty.state(),
        duty.round() == 0 ? "" : Integer.toString(duty.round()));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
  }
}
