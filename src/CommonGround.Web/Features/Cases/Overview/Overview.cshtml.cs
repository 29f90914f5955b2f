using CommonGround.Domain.Forms;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Programmes;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Features.Shared.Course;
using CommonGround.Web.Features.Shared.Plans;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Asked;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Cases.Overview;

/// <summary>A case as a professional meets it: the map and what is theirs now on top, the person's own view first.</summary>
[InCase(Purpose.Coordination, PartyRole.Coordinator, PartyRole.TreatingDoctor, PartyRole.CertifyingDoctor, PartyRole.TeamMember, PartyRole.ClinicalUnit,
    PartyRole.Caseworker, PartyRole.GeneralPractitioner)]
public sealed class OverviewModel(CaseReader cases, CaseMaps maps, PlanReading plans, CommonGroundDb db, IEnumerable<IAsk> asks, SharingMatrices matrices, Texts t) : PageModel
{
    /// <summary>The question that every interview opens with (need N6).</summary>
    private const string OwnView = "own-view";

    public CaseInView Seen { get; private set; } = default!;

    /// <summary>Null where the viewer does not see how far it has come.</summary>
    public MapView? Map { get; private set; }

    public IReadOnlyList<AskedOf> Asked { get; private set; } = [];

    public (string Title, string What, string? Action, string Href)? Next { get; private set; }

    /// <summary>The person's own view, in their own words; null if it was not told, or not to this reader.</summary>
    public StoredAnswer? View { get; private set; }

    public PlanVersion? Plan { get; private set; }

    public PlanStandings Standings { get; private set; } = new([], []);

    public IEnumerable<PlanItem> Lines(PlanItemType type) => Plan?.Items.Where(i => i.Type == type) ?? [];

    /// <summary>The given name; of whoever has two parts here, with the part.</summary>
    public string NameOf(Guid partyId) => Seen.Parties.FirstOrDefault(p => p.Id == partyId) is not { Person.GivenName: { } name } party ? ""
        : Seen.Parties.Count(p => p.PersonId == party.PersonId) > 1 ? t["plan.name-and-role", name, t.LowerFirst(t["role." + party.Role])] : name;

    /// <summary>What each said to this line.</summary>
    public IEnumerable<(Guid Party, Stance Stance)> Said(PlanItem line) =>
        from party in Seen.Parties
        let stance = Standings.On(line, party.Id, party.Role)
        where stance is not null
        select (party.Id, stance);

    /// <summary>What is neither a yes nor that they have read it.</summary>
    public IEnumerable<(Guid Party, Stance Stance)> HeldBack(PlanItem line) =>
        Said(line).Where(s => s.Stance.Position is not (StancePosition.Agrees or StancePosition.Noted));

    /// <summary>Whether there is something that they may not see, and could open in an emergency.</summary>
    public bool MayOpenInEmergency => matrices.For(Seen.View.Country).EmergencyOn(Seen.Today) is { } rule && rule.Roles.Contains(Seen.View.Role)
        && rule.Kinds.Any(kind => !Seen.View.Sees(kind));

    /// <summary>The planned degrees in order of time, drawn.</summary>
    public StepsView? Degrees()
    {
        var steps = Lines(PlanItemType.GradedStep).Where(s => s.DegreeFrom is not null && s.From is not null).OrderBy(s => s.From).ToList();
        var now = steps.LastOrDefault(s => s.From <= Seen.Today);
        return steps.Count == 0 ? null : new StepsView(t["case.degrees"], [.. steps.Select(s => new StepBar(
            t.ShortDate(s.From!.Value), s.DegreeFrom!.Value, s.DegreeTo ?? s.DegreeFrom!.Value, s == now, Review: s.Due is { } due ? t.ShortDate(due) : null))]);
    }

    /// <summary>Whose talk is next, and who has no way in yet: for whoever leads the case. Null where nobody is to be invited.</summary>
    public string? CanBeInvited { get; private set; }

    public async Task OnGet()
    {
        (Seen, View) = await cases.ReadWith(OwnView);
        Plan = await plans.Current(Seen.View.CaseId);
        if (Plan is not null)
            Standings = await plans.StandingsOfPlan(Seen.View.CaseId);
        var access = HttpContext.Access();
        Asked = await asks.All(access.PersonId, Seen.View.CaseId, access.Now);
        if (!Seen.KnowsHowFar)
            return;

        CanBeInvited = await WhoHasNoWayInYet();
        Map = maps.Map(Seen.Course, Seen.View.Role, Seen.Parties, step => $"/cases/{Seen.View.CaseId}/steps#{step.Key}");
        if (Seen.Course.NextStepFor(Seen.View.Role) is { } next)
        {
            var names = CaseMaps.Names(Seen.Parties);
            Next = (maps.Say(Seen.Course.Programme, next.Text.Title, names), maps.Say(Seen.Course.Programme, next.Text.What, names),
                next.Text.Action is null ? null : maps.Say(Seen.Course.Programme, next.Text.Action, names), Where(next.Step));
        }
    }

    private async Task<string?> WhoHasNoWayInYet()
    {
        if (Plan is not null || Seen.View.Role != PartyRole.Coordinator || Seen.Course.Current is not { Place: StepPlace.Now, Step: { Kind: StepKind.Interview } talk }
            || talk.Participants.Select(Seen.Of).FirstOrDefault(p => p is not null)?.Person is not { } person)
            return null;

        var hasOne = await db.Persons.AnyAsync(p => p.Id == person.Id && (db.Invitations.Any(i => i.PersonId == p.Id) || db.Sessions.Any(s => s.PersonId == p.Id)));
        return hasOne ? null : person.Name;
    }

    /// <summary>Where the step is done. By what sort of step it is, never by its name.</summary>
    private string Where(StepOnMap step) => $"/cases/{Seen.View.CaseId}/" + (step.Place == StepPlace.Waiting ? "consent" : step.Step.Kind switch
    {
        StepKind.Interview => $"interview/{step.Step.Key}",
        StepKind.Meeting => "meetings",
        StepKind.Decision or StepKind.FollowUp or StepKind.Review or StepKind.Activity => "plan",
        _ => $"steps#{step.Step.Key}",
    });
}
