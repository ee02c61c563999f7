package cn.lantai.server.site.view;

/** The whole content of one page; the layout around it needs only what is declared here. */
public sealed interface PageView
    permits HomeView,
        SelectionsView,
        PeopleView,
        ExhibitionView,
        CollectionView,
        CompilationView,
        StudyView,
        RecordView,
        CompareView,
        PersonView,
        ArchivesView,
        ArchiveLevelView,
        ThingView,
        ThemesView,
        SchemeView,
        ThemeView,
        SearchView,
        SignInView,
        SignInCodeView,
        AccountsView,
        AccountView,
        OwnAccountView,
        ImageAccessView,
        StateView,
        EntryView,
        BuilderView,
        WorkshopView,
        VersionsView,
        ReviewsView,
        ReviewView,
        OpeningsView,
        OpeningView,
        OpeningListsView,
        OpeningStatisticsView,
        ImportsView,
        ImportView,
        ExportsView,
        SparqlView,
        ErrorView {

  /** The template's file name in the theme's {@code templates} folder, without its ending. */
  String template();
}
