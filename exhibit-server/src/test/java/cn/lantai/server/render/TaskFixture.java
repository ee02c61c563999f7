package cn.lantai.server.render;

import cn.lantai.server.site.view.OwnTasksView;
import cn.lantai.server.site.view.TaskState;
import cn.lantai.server.site.view.TasksView;
import cn.lantai.server.site.view.TasksView.Form;
import cn.lantai.server.site.view.TasksView.Person;
import cn.lantai.server.site.view.TasksView.Row;
import cn.lantai.server.site.view.TasksView.Show;
import cn.lantai.server.site.view.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The pages of tasks, with everything that they can show. */
final class TaskFixture {

  private static final Text TITLE = Text.title("zh-Hans", "一九三五，|赤水河两岸");
  private static final Person WANG = new Person("wang", "王砚秋");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  private TaskFixture() {}

  static TasksView view() {
    Form form = new Form("借用“复制件”<b>", "li", "2026-11-20", "2026-12-01", TaskState.DOING, "3");
    return new TasksView(
        TITLE,
        "/workbench/selections/exhibition/chishui",
        List.of(
            row(1, "选定展出的书信与借条，与征集科核对原件的保存状况，列出要先修复的", TaskState.DONE, Optional.empty()),
            row(2, "借用“复制件”", TaskState.DOING, Optional.of(form)),
            row(3, "校对展板文字", TaskState.TODO, Optional.empty()),
            row(4, "英文说明", TaskState.PUT_OFF, Optional.empty())),
        new TasksView.Summary(43, 12, 1),
        Show.ALL,
        0,
        List.of(1, 2, 3, 14),
        true,
        List.of(WANG, new Person("li", "li")),
        Form.EMPTY,
        "1. 布展 | 没有的人",
        List.of(Text.zh("第 1 行“1. 布展 | 没有的人”：没有这位负责人")),
        Optional.of(new TasksView.Done(TasksView.Act.MOVED, 2)));
  }

  private static Row row(long id, String title, TaskState state, Optional<Form> form) {
    boolean first = id == 1;
    return new Row(
        id,
        3,
        title,
        first ? Optional.empty() : Optional.of(WANG),
        first ? Optional.empty() : Optional.of(DAY),
        Optional.of(DAY.plusDays(id)),
        state,
        first ? 0 : 14,
        id == 3,
        id == 2,
        id != 4,
        form);
  }

  /** Where none are left to be shown. */
  static TasksView none() {
    return new TasksView(
        TITLE,
        "/workbench/selections/exhibition/chishui",
        List.of(),
        new TasksView.Summary(2, 2, 0),
        Show.LATE,
        0,
        List.of(),
        false,
        List.of(),
        Form.EMPTY,
        "",
        List.of(),
        Optional.empty());
  }

  static TasksView begun() {
    return new TasksView(
        TITLE,
        "/workbench/selections/exhibition/begun",
        List.of(),
        new TasksView.Summary(0, 0, 0),
        Show.ALL,
        0,
        List.of(),
        true,
        List.of(WANG),
        Form.EMPTY,
        "",
        List.of(),
        Optional.empty());
  }

  static OwnTasksView own() {
    return new OwnTasksView(
        List.of(
            new OwnTasksView.Row(
                3,
                1,
                "校对展板文字",
                "/workbench/selections/exhibition/chishui/tasks",
                TITLE,
                Optional.of(DAY),
                Optional.of(DAY.plusDays(1)),
                TaskState.DOING,
                true),
            new OwnTasksView.Row(
                5,
                1,
                "写前言",
                "/workbench/selections/exhibition/chishui/tasks",
                TITLE,
                Optional.empty(),
                Optional.empty(),
                TaskState.TODO,
                false)));
  }
}
