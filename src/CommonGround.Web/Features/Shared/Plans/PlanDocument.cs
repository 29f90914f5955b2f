using CommonGround.Domain.Documents;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Features.Shared.Plans;

/// <summary>
/// The plan as a paper, in one structure for every reader and every form (page, PDF, text). It leaves nothing out: what a reader may
/// not have is not in the <see cref="PlanPaper"/>.
/// </summary>
public sealed class PlanDocument
{
    private readonly PlanPaper _paper;
    private readonly Texts _t;
    private readonly List<Block> _blocks = [];

    private PlanDocument(PlanPaper paper, Texts t) => (_paper, _t) = (paper, t);

    /// <param name="t">Texts in the reader's language.</param>
    public static Document Compose(PlanPaper paper, Texts t)
    {
        var document = new PlanDocument(paper, t);
        document.Goals();
        document.Steps();
        document.Actions(PlanItemType.Adjustment, PlanField.From);
        document.Actions(PlanItemType.Task, PlanField.Due);
        document.Actions(PlanItemType.FollowUp, PlanField.Due);
        document.Actions(PlanItemType.ToldToColleagues, PlanField.From);
        document.Setback();
        document.End();
        return new Document
        {
            Language = t.Language,
            Title = t["paper.title", paper.Citizen],
            Subtitle = t["paper.version", paper.Version.Number, t.Date(t.LocalDay(paper.Version.MadeAt))],
            MetaLines = [paper.Version.AgreedAt is { } agreed ? t["paper.agreed", t.Date(t.LocalDay(agreed))] : t["paper.not-agreed"], t["paper.for", paper.Reader]],
            Author = paper.Author,
            Classification = t[$"paper.only-for.{Class(paper.ReaderRole)}", paper.Citizen],
            CreatedAt = new DateTimeOffset(DateTime.SpecifyKind(paper.At, DateTimeKind.Utc)),
            Blocks = document._blocks,
        };
    }

    /// <summary>For whom: what wordings differ by.</summary>
    public static string Class(PartyRole role) => role switch
    {
        PartyRole.Supervisor => "workplace",
        PartyRole.Caseworker => "insurance",
        PartyRole.Citizen => "citizen",
        _ => "care",
    };

    private IEnumerable<PlanItem> Of(PlanItemType type) => _paper.Lines.Where(i => i.Type == type).OrderBy(i => i.Position);

    private void Goals()
    {
        if (!Of(PlanItemType.Goal).Any())
            return;

        Head(PlanItemType.Goal);
        foreach (var goal in Of(PlanItemType.Goal))
        {
            _blocks.Add(new Heading(goal.Kind, 2, goal.Text));
            if (goal.Wish is { } wish)
                _blocks.Add(new Paragraph(goal.Kind, wish, Tone.Voice));
            var facts = new List<Fact> { new(_t["plan.field.review"], _t.Date(goal.Due!.Value)) };
            if (Stances(goal) is { Length: > 0 } stances)
                facts.Add(new Fact(_t["plan.field.stances"], stances));
            _blocks.Add(new FactList(goal.Kind, facts));
            _blocks.AddRange(Of(PlanItemType.Ability).Where(a => a.GoalLineageId == goal.LineageId)
                .Select(a => new Paragraph(a.Kind, _t["paper.ability", a.Text])));
        }
    }

    private void Steps()
    {
        var steps = Of(PlanItemType.GradedStep).OrderBy(s => s.From).ToList();
        if (steps.Count == 0)
            return;

        Head(PlanItemType.GradedStep);
        var bars = steps.Where(s => s.DegreeFrom is not null).Select(s => new Domain.Documents.StepBar(
            _t.ShortDate(s.From!.Value), s.DegreeFrom!.Value, s.DegreeTo!.Value, Beside(s))).ToList();
        if (bars.Count > 0)
        {
            _blocks.Add(new GradedStepsFigure(InformationKind.Plan, _t["plan.steps.caption"],
                string.Join(". ", bars.Select(b => _t["paper.step-read", b.Label, _t.Range(b.FromPercent, b.ToPercent)])), bars));
        }

        var inHours = steps.Where(s => s.DegreeFrom is null).ToList();
        if (inHours.Count > 0)
        {
            _blocks.Add(new Table(InformationKind.Plan,
                [_t["plan.field.from"], _t["plan.field.worked"], _t["plan.field.what"]],
                [.. inHours.Select(s => new TableRow(_t.Date(s.From!.Value), PlanWords.Worked(s, _t), Beside(s, false)))]));
        }

        _blocks.Add(new Paragraph(InformationKind.Plan, _t["plan.steps.may-pause"], Tone.Soft));
    }

    /// <summary>What belongs to a step beside its degree: the work, the hours, when it is looked at again.</summary>
    private string Beside(PlanItem step, bool withHours = true)
    {
        var hours = withHours ? PlanWords.Worked(null, null, step.HoursFrom, step.HoursTo, _t) : "";
        return string.Join(". ", new[] { step.Text.TrimEnd('.'), hours, _t["paper.looked-at", _t.Date(step.Due!.Value)] }.Where(p => p.Length > 0)) + ".";
    }

    private void Actions(PlanItemType type, PlanField date)
    {
        var lines = Of(type).ToList();
        if (lines.Count == 0)
            return;

        Head(type);
        _blocks.Add(new Table(InformationKind.Plan,
            [_t["plan.field.what"], _t["plan.field.who"], _t[date == PlanField.From ? "plan.field.from" : "plan.field.by"], _t["plan.field.how"]],
            [.. lines.Select(i => new TableRow(
                i.Text, Owner(i), (date == PlanField.From ? i.From : i.Due) is { } day ? _t.Date(day) : "", PlanWords.Status(i, _t)))]));
    }

    /// <summary>Kind by kind: what is of two kinds is two blocks.</summary>
    private void Setback()
    {
        var lines = Of(PlanItemType.Setback).ToList();
        if (lines.Count == 0)
            return;

        Head(PlanItemType.Setback);
        _blocks.AddRange(lines.GroupBy(i => i.Kind).Select(k => new ItemList(k.Key,
            [.. k.Select(i => (InlineText)(i.OwnerPartyId is null ? i.Text : $"{i.Text} ({Owner(i)})"))])));
    }

    private void End()
    {
        var stands = _paper.Parties.Select(p => (p.Name, p.Role, Says: WhereStands(p))).Where(p => p.Says is not null).ToList();
        if (stands.Count > 0)
        {
            _blocks.Add(new Heading(InformationKind.Plan, 1, _t["paper.who-stands"]));
            _blocks.Add(new FactList(InformationKind.Plan, [.. stands.Select(p => new Fact($"{p.Name}, {_t["role." + p.Role]}", p.Says!))]));
        }

        _blocks.Add(new Callout(InformationKind.Plan, _t["paper.use-title"],
            [_t[$"paper.use.{Class(_paper.ReaderRole)}"], _t["paper.wrong", _paper.Author]]));
    }

    /// <summary>
    /// On what stands on this paper and nothing else: asked about a change of it, or what they hold back most, or that they agree. Null where
    /// they said nothing to it.
    /// </summary>
    private string? WhereStands(NamedParty party)
    {
        var open = _paper.Standings.OpenFor(party.PartyId);
        if (_paper.Lines.Any(line => open.Contains(line.LineageId)))
            return _t["paper.asked"];

        var said = _paper.Lines.Select(line => _paper.Standings.On(line, party.PartyId, party.Role)).OfType<Stance>().ToList();
        if (said.Count == 0)
            return null;

        var most = said.Max(s => s.Position);
        return _t["paper.said", _t["stance." + most], _t.Date(_t.LocalDay(said.Where(s => s.Position == most).Max(s => s.At)))];
    }

    private void Head(PlanItemType type) => _blocks.Add(new Heading(
        type == PlanItemType.Setback ? KindOfSetback() : InformationKind.Plan, 1, _t["plan.section." + type]));

    private InformationKind KindOfSetback() => Of(PlanItemType.Setback).First().Kind;

    private string Owner(PlanItem item) =>
        item.OwnerPartyId is not { } id ? "" : _paper.Parties.FirstOrDefault(p => p.PartyId == id) is { } party ? NameOf(party) : _paper.Others;

    /// <summary>Who has two parts is named with the part.</summary>
    private string NameOf(NamedParty party) =>
        _paper.Parties.Count(p => p.Name == party.Name) > 1 ? _t["plan.name-and-role", party.Name, _t.LowerFirst(_t["role." + party.Role])] : party.Name;

    private string Stances(PlanItem goal) => string.Join(". ", _paper.Parties
        .Select(p => (Name: NameOf(p), Stance: _paper.Standings.On(goal, p.PartyId, p.Role)))
        .Where(p => p.Stance is not null)
        .Select(p => PlanWords.Stance(p.Name, p.Stance!, _t, _paper.WithWords)));
}
