using CommonGround.Domain.Programmes;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Cases.Course;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Asked;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Cases.Overview;

/// <summary>A case as a professional meets it: the map and what is theirs now on top, the person's own view first.</summary>
[InCase(Purpose.Coordination, PartyRole.Coordinator, PartyRole.TreatingDoctor, PartyRole.CertifyingDoctor, PartyRole.TeamMember, PartyRole.ClinicalUnit,
    PartyRole.Caseworker, PartyRole.GeneralPractitioner)]
public sealed class OverviewModel(CaseReader cases, CaseMaps maps, IEnumerable<IAsk> asks) : PageModel
{
    public CaseInView Seen { get; private set; } = default!;

    public MapView Map { get; private set; } = default!;

    public IReadOnlyList<AskedOf> Asked { get; private set; } = [];

    public (string Title, string What, string? Action, string Href)? Next { get; private set; }

    public async Task OnGet()
    {
        Seen = await cases.Read();
        var access = HttpContext.Access();
        Map = maps.Map(Seen.Course, Seen.View.Role, Seen.Parties, step => $"/cases/{Seen.View.CaseId}/steps#{step.Key}");
        foreach (var ask in asks)
            Asked = [.. Asked, .. await ask.Of(access.PersonId, Seen.View.CaseId, access.Now)];
        if (Seen.Course.NextStepFor(Seen.View.Role) is { } next)
        {
            var names = CaseMaps.Names(Seen.Parties);
            Next = (maps.Say(Seen.Course.Programme, next.Text.Title, names), maps.Say(Seen.Course.Programme, next.Text.What, names),
                next.Text.Action is null ? null : maps.Say(Seen.Course.Programme, next.Text.Action, names), Where(next.Step));
        }
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
