using CommonGround.Domain.Cases;
using CommonGround.Domain.Programmes;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Cases.SettleStep;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Features.Shared.Course;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Cases.Steps;

/// <summary>Each step of the programme: who holds it, in which hat, when, what moves it on, its purpose card, one's own checklist.</summary>
[InCase(Purpose.Coordination, PartyRole.Coordinator, PartyRole.TreatingDoctor, PartyRole.CertifyingDoctor, PartyRole.TeamMember, PartyRole.ClinicalUnit,
    PartyRole.Caseworker, PartyRole.GeneralPractitioner)]
public sealed class StepsModel(CaseReader cases, CaseMaps maps, PurposeCards cards, Texts texts) : PageModel
{
    public CaseInView Seen { get; private set; } = default!;

    public IReadOnlyList<StepRow> Rows { get; private set; } = [];

    public async Task OnGet()
    {
        Seen = await cases.Read();
        var (programme, role) = (Seen.Course.Programme, Seen.View.Role);
        var names = CaseMaps.Names(Seen.Parties);
        Rows =
        [
            .. Seen.Course.Steps.Select(s => new StepRow(
                s, maps.Title(programme, s.Step, role, names), Seen.KnowsHowFar ? maps.When(programme, s, role, names) : null,
                names.TryGetValue(s.Step.Holder, out var holder) ? holder : null, maps.Say(programme, s.Step.MovesOn, names),
                cards.Of(programme, s.Step, role, Seen.Parties),
                [.. s.Step.Checklists.GetValueOrDefault(role, []).Select(c => (maps.Say(programme, c.Text, names), (int?)c.Minutes))],
                Seen.Case.Step(s.Step.Key), Seen.Case.Step(s.Step.Key)?.PlannedPlace is { } place ? $", {texts["settle.place." + place].ToLower(texts.Culture)}" : null,
                role == PartyRole.Coordinator && SettleStepModel.MaySettle(s, Seen.Case.Step(s.Step.Key)) ? Seen.Case.Step(s.Step.Key) : null)),
        ];
    }

    public sealed record StepRow(
        StepOnMap Step, string Title, string? When, string? Holder, string MovesOn, PurposeCardView? Card, IReadOnlyList<(string Text, int? Minutes)> Checklist,
        StepState? State, string? At, StepState? Settle)
    {
        /// <summary>It has a time of its own, and something else stands where the time would: what it waits for.</summary>
        public bool IsBooked => State?.PlannedAt is not null && Step.Missing is not null && !Step.IsBehind;
    }
}
