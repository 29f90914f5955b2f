using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Features.Gallery;

/// <summary>Views filled with invented people, for the gallery.</summary>
internal static class Samples
{
    public static MapView CitizenMap(Texts t) => new(
    [
        new(t["gallery.stop.note"], StopState.Done, t.Date(new DateOnly(2026, 11, 2))),
        new(t["gallery.stop.talk"], StopState.Now, t["gallery.stop.talk-when"]),
        new(t["gallery.stop.boss"], StopState.Later, t["gallery.stop.boss-when"]),
        new(t["gallery.stop.three"], StopState.Later, t["gallery.stop.three-when"]),
        new(t["gallery.stop.back"], StopState.Later, t["gallery.stop.back-when"]),
    ]);

    public static MapView CaseMap(Texts t, StopState now = StopState.Now) => new(
    [
        new(t["gallery.case.start"], StopState.Done, t.ShortDate(new DateOnly(2026, 11, 2))),
        new(t["gallery.case.interview", "Sara"], StopState.Done, t.ShortDate(new DateOnly(2026, 11, 24))),
        new(t["gallery.case.interview", "Jonas"], StopState.Done, t.ShortDate(new DateOnly(2026, 12, 1))),
        new(t["gallery.case.meeting"], now, t.ShortDate(new DateOnly(2026, 12, 9)), t["gallery.case.you-hold"], "#map"),
        new(t["gallery.case.plan"], StopState.Later, t["gallery.case.by", t.ShortDate(new DateOnly(2026, 12, 16))]),
        new(t["gallery.case.follow-ups"], now == StopState.Late ? StopState.LeftOut : StopState.Later, t["gallery.case.jonas-starts"]),
        new(t["gallery.case.lasting"], StopState.Later, t["gallery.case.review-june"]),
    ]);

    public static TabsView Tabs(Texts t) => new(t["gallery.case.parts"],
    [
        new(t["gallery.tab.overview"], "#", Current: true),
        new(t["gallery.tab.plan"], "#"),
        new(t["gallery.tab.steps"], "#"),
        new(t["gallery.tab.meetings"], "#"),
        new(t["gallery.tab.questions"], "#", Count: 3),
        new(t["gallery.tab.journal"], "#"),
    ]);

    public static StepsView Steps(Texts t) => new(t["gallery.steps.caption"],
    [
        new(t.ShortDate(new DateOnly(2027, 1, 12)), 25, 25, Now: true, Review: t.Date(new DateOnly(2027, 1, 26))),
        new(t.ShortDate(new DateOnly(2027, 1, 26)), 25, 50, Review: t.Date(new DateOnly(2027, 2, 9))),
        new(t.ShortDate(new DateOnly(2027, 2, 9)), 50, 50, Review: t.Date(new DateOnly(2027, 2, 23))),
        new(t.ShortDate(new DateOnly(2027, 2, 23)), 50, 75, Review: t.Date(new DateOnly(2027, 3, 9))),
    ]);

    public static PurposeCardView Purpose(Texts t, bool open) => new(
        t["gallery.next.why"],
        Why: t["gallery.next.title"],
        WhoAsked: "Karin Berg",
        DecidesNot: t["gallery.next.hat-means"],
        WhoSees: t["gallery.field.readers"],
        Prepare: t["gallery.field.story-hint"],
        Open: open);

    public static ConflictView Conflict(Texts t) => new(
        [new ConflictingText("Input.Story", t["gallery.field.story"], t["gallery.point.mornings"], t["gallery.point.notice"])],
        "Jonas Ek",
        new DateTime(2026, 12, 9, 12, 41, 0, DateTimeKind.Utc),
        "/gallery",
        new Dictionary<string, string> { ["Version"] = "4" },
        t["gallery.field.readers"]);
}
