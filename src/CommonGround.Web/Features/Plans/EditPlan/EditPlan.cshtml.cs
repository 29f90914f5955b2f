using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Features.Shared.Plans;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Plans.EditPlan;

/// <summary>Writes the plan: lines are added, changed and taken away in one form; saving makes a new version.</summary>
[InCase(Purpose.Planning, PartyRole.Citizen, PartyRole.Coordinator, PartyRole.TreatingDoctor, PartyRole.CertifyingDoctor, PartyRole.TeamMember)]
public sealed class EditPlanModel(
    PlanReading plans, PlanHandler handler, CopiesToCome copies, CaseChanges changes, SharingMatrices matrices, TimeProvider clock, Texts t) : PageModel
{
    private const int MostLines = 200;

    public CaseView View => HttpContext.CaseView();

    [BindProperty]
    public List<PlanLine> Lines { get; set; } = [];

    /// <summary>Number of the version that the writer has before them; 0 before the first.</summary>
    [BindProperty]
    public int BasedOn { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public Guid CommandId { get; set; }

    public PlanPeople People { get; private set; } = default!;

    /// <summary>Someone saved meanwhile: what they wrote, by line. A line that is not in it has no other text.</summary>
    public IReadOnlyDictionary<Guid, MergedItem> Meanwhile { get; private set; } = new Dictionary<Guid, MergedItem>();

    /// <summary>The version that was saved meanwhile.</summary>
    public PlanVersion? Theirs { get; private set; }

    /// <summary>Who gets a copy of what is saved here, as soon as the citizen stands behind what it has for them.</summary>
    public IReadOnlyList<GetsCopy> Copies { get; private set; } = [];

    public bool IsCitizen => View.Role == PartyRole.Citizen;

    /// <summary>Whether they can open what each reader has now.</summary>
    public bool ReadsCopies => BasedOn > 0 && PlanRoles.HandsOver(View.Role);

    /// <summary>The line to go on writing in.</summary>
    public int? Newest { get; private set; }

    public IReadOnlyList<Choice> Goals => [.. Lines.Where(l => l.Type == PlanItemType.Goal && !string.IsNullOrWhiteSpace(l.Text))
        .Select(l => new Choice(l.Lineage.ToString(), l.Text!))];

    public async Task<IActionResult> OnGet(Guid caseId)
    {
        if (!View.Sees(InformationKind.Plan))
            return NotFound();

        await LoadPeople(caseId);
        if (await plans.Current(caseId) is { } plan)
            (BasedOn, Lines) = (plan.Number, [.. plan.Items.Select(i => PlanLine.Of(i.Content()))]);
        return await Show();
    }

    /// <summary>One more line, nothing saved yet.</summary>
    public async Task<IActionResult> OnPostAdd(Guid caseId, PlanItemType add)
    {
        await LoadPeople(caseId);
        foreach (var entry in ModelState.Values)
            entry.Errors.Clear();
        if (Lines.Count < MostLines && Enum.IsDefined(add))
        {
            Newest = Lines.Count;
            Lines.Add(new PlanLine
            {
                Lineage = Ids.New(clock.UtcNow()), Type = add, MayPause = add == PlanItemType.GradedStep, Readers = LineReaders.Care,
                Goal = add == PlanItemType.Ability && Goals is [var only] ? Guid.Parse(only.Value) : null,
            });
        }

        return await Show();
    }

    public async Task<IActionResult> OnPost(Guid caseId)
    {
        await LoadPeople(caseId);
        if (Lines.Count > MostLines)
            return NotFound();
        if (!ModelState.IsValid || !Check())
            return await Show();

        var content = new PlanContent
        {
            Items = [.. Kept().Select(l => l.Content())],
            Ended = Lines.Where(l => l.Remove).Select(l => l.Lineage).ToHashSet(),
            Note = Note,
        };
        List<PartyRole> given = [];
        var outcome = await changes.InCase(caseId, HttpContext.Access().Acting(CommandId), async change =>
        {
            var made = await handler.Edit(change, BasedOn, content);
            given = [.. change.Db.HandedOverCopies.Local.Where(c => c.Of == CopyOf.Plan && c.PlanNumber == BasedOn + 1)
                .Select(c => change.Case.Parties.First(p => p.Id == c.RecipientPartyId).Role)];
            return made.Succeeded ? $"/cases/{caseId}/plan" : made.Error!;
        });
        return outcome.Error switch
        {
            null => LocalRedirect(outcome.Value).Done(HttpContext, Saved(given)),
            PlanChangedMeanwhile => await BothTexts(caseId),
            var error => await Refused(error),
        };
    }

    public IReadOnlyList<Choice> ReadersFor(PlanLine line) =>
        [.. LineReading.For(line.Type, Sees).Append(line.Readers).Distinct().Select(r => new Choice(r.ToString(), t["plan.readers." + r]))];

    public IEnumerable<(string Part, string Words)> Words(PlanItemContent item) =>
        LineWords.All(item, People, t).Select(w => (t["plan.part." + w.Field], w.Words));

    private bool Sees(InformationKind kind) => View.Role == PartyRole.Citizen || View.Sees(kind);

    private IEnumerable<PlanLine> Kept() => Lines.Where(l => !l.Remove && !l.IsBlank);

    private bool Check()
    {
        var contents = Kept().Select(l => l.Content()).ToList();
        foreach (var error in PlanRules.Check(contents, contents, People.Planning))
        {
            var index = Lines.FindIndex(l => l.Lineage == error.LineageId);
            ModelState.Refuse(error, t, $"Lines[{index}].{PlanLine.FieldOf(error.Field)}");
        }

        return ModelState.IsValid;
    }

    /// <summary>Says in the same breath who got a copy of it.</summary>
    private static string Saved(List<PartyRole> given) => given switch
    {
        [] => "plan.saved",
        [PartyRole.Supervisor] => "plan.saved-given.workplace",
        [PartyRole.Caseworker] => "plan.saved-given.insurance",
        _ => "plan.saved-given.several",
    };

    private async Task<PageResult> Show()
    {
        Copies = await copies.OfNextVersion(HttpContext.Access());
        return Page();
    }

    private Task<PageResult> Refused(Error error)
    {
        ModelState.Refuse(error, t, error is PlanItemError of && Lines.FindIndex(l => l.Lineage == of.LineageId) is >= 0 and var index
            ? $"Lines[{index}].{PlanLine.FieldOf(of.Field)}" : "");
        return Show();
    }

    /// <summary>The other saved first: both texts stand in the form, nothing is lost, and the next save is made on theirs.</summary>
    private async Task<IActionResult> BothTexts(Guid caseId)
    {
        var theirs = await plans.Current(caseId);
        if (theirs is null)
            return NotFound();

        var basis = BasedOn == 0 ? null : await plans.Version(caseId, BasedOn);
        var merged = PlanMerge.Of(
            [.. (basis?.Items ?? []).Select(i => i.Content())], [.. Kept().Select(l => l.Content())], [.. theirs.Items.Select(i => i.Content())]);
        Theirs = theirs;
        Meanwhile = merged.Where(m => m.Proposed is not null && m.By is ChangedBy.Them or ChangedBy.Both).ToDictionary(m => m.Proposed!.LineageId);
        Lines = [.. merged.Where(m => m.Proposed is not null).Select(m => PlanLine.Of(m.Proposed!))];
        BasedOn = theirs.Number;
        ModelState.Clear();
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await Show();
    }

    private async Task LoadPeople(Guid caseId) =>
        People = new PlanPeople(await plans.Parties(caseId), matrices.For(View.Country), HttpContext.Access().Now, t);
}
