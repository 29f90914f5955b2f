using CommonGround.Domain;
using CommonGround.Domain.Programmes;
using CommonGround.Domain.Sharing;

namespace CommonGround.Web.Infrastructure.Programmes;

/// <summary>Reads one step of a programme.</summary>
internal sealed class StepReader(IReadOnlyDictionary<PartyRole, Part> parts)
{
    public static Step Read(YamlMap map, IReadOnlyDictionary<PartyRole, Part> parts) => new StepReader(parts).Read(map);

    private Step Read(YamlMap map)
    {
        var holder = map.NeededOneOf<PartyRole>("holder");
        var step = new Step
        {
            Key = ProgrammeReader.Key(map),
            Kind = map.NeededOneOf<StepKind>("kind"),
            Holder = holder,
            Hat = map.OneOf<Hat>("hat") ?? parts.GetValueOrDefault(holder)?.Hat ?? default,
            Participants = map.ListOf<PartyRole>("participants"),
            Title = map.NeededWording("title"),
            TitleToCitizen = map.NeededWording("title-to-citizen"),
            MovesOn = map.NeededWording("moves-on"),
            Deadline = DeadlineReader.Read(map.Map("deadline")),
            NeededIf = ConditionReader.Read(map.Map("needed-if")),
            WaitsFor = Wait(map.Map("waits-for")),
            Form = map.Word("form"),
            Purpose = map.ByRole("purpose", (roles, role) => Purpose(roles, role)),
            Next = map.ByRole("next", Next),
            Checklists = map.ByRole("checklists", Checklist),
            Agenda = [.. map.Maps("agenda").Select(Point)],
            Rules = [.. map.Words("rules").Select(w => w.Word)],
        };
        foreach (var twice in step.Agenda.GroupBy(p => p.Key).Where(g => g.Count() > 1))
            map.Mistake("agenda", "duplicate-key", twice.Key);
        map.NothingElse();
        return step;
    }

    private static Wait? Wait(YamlMap? map)
    {
        if (map is null)
            return null;
        if (!map.Has("condition"))
            map.Mistake(map.Line, "missing", "condition");
        var condition = ConditionReader.Read(map.Map("condition"));
        var wait = new Wait(
            condition ?? new Condition.All([]), map.Wording("because"), map.Wording("because-to-citizen"), map.ByRole("next", Next));
        // A map that says "waiting" and not for what leaves a tired person to guess.
        if (condition?.Parts.OfType<Condition.Fact>().Any() == true && (wait.Because is null || wait.BecauseToCitizen is null))
            map.Mistake(map.Line, "wait-without-reason", "because");
        map.NothingElse();
        return wait;
    }

    private static PurposeCard Purpose(YamlMap roles, PartyRole role)
    {
        var map = roles.Map(StableWord.Of(role));
        if (map is null)
            return new PurposeCard(None, None, None, None, None, None, None, None, None);
        var card = new PurposeCard(
            map.NeededWording("why"), map.NeededWording("who-asked"), map.NeededWording("decides"), map.NeededWording("does-not-decide"),
            map.NeededWording("will-be-asked"), map.NeededWording("written-down"), map.NeededWording("how-to-prepare"),
            map.NeededWording("who-may-come"), map.NeededWording("if-you-cannot-come"));
        map.NothingElse();
        return card;
    }

    private static NextText Next(YamlMap roles, PartyRole role)
    {
        if (roles.Map(StableWord.Of(role)) is not { } map)
            return new NextText(None, None, null, null);
        var text = new NextText(map.NeededWording("title"), map.NeededWording("what"), map.Number("minutes"), map.Wording("action"));
        map.NothingElse();
        return text;
    }

    private static IReadOnlyList<ChecklistItem> Checklist(YamlMap roles, PartyRole role) =>
        [.. roles.Maps(StableWord.Of(role)).Select(map =>
        {
            if (!map.Has("minutes"))
                map.Mistake(map.Line, "missing", "minutes");
            var item = new ChecklistItem(map.NeededWording("text"), map.Number("minutes") ?? 0);
            map.NothingElse();
            return item;
        })];

    private static AgendaPoint Point(YamlMap map)
    {
        var point = new AgendaPoint(ProgrammeReader.Key(map), map.NeededWording("title"), map.NeededWording("guide"), map.Number("minutes"));
        map.NothingElse();
        return point;
    }

    private static readonly Wording None = new("", "", "");
}
