using CommonGround.Domain.Programmes;
using CommonGround.Domain.Rules;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Features.Shared.Course;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Programmes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.My.Why;

/// <summary>The purpose card of a step: all that the person asked to it has the right to know beforehand.</summary>
[InCase(Purpose.Own, PartyRole.Citizen)]
public sealed class WhyModel(CaseReader cases, CaseMaps maps, PurposeCards cards, ProgrammeLibrary programmes) : PageModel
{
    public CaseInView Seen { get; private set; } = default!;

    public Step Step { get; private set; } = default!;

    public PurposeCardView Card { get; private set; } = default!;

    public string? When { get; private set; }

    public string MovesOn { get; private set; } = "";

    public IReadOnlyList<RuleVersion> Rules { get; private set; } = [];

    public async Task<IActionResult> OnGet(string step)
    {
        Seen = await cases.Read();
        var programme = Seen.Course.Programme;
        if (Seen.Course.Steps.FirstOrDefault(s => s.Step.Key == step) is not { } at || cards.Of(programme, at.Step, PartyRole.Citizen, Seen.Parties) is not { } card)
            return NotFound();

        var names = CaseMaps.Names(Seen.Parties);
        (Step, Card) = (at.Step, card);
        When = maps.When(programme, at, PartyRole.Citizen, names);
        MovesOn = maps.Say(programme, at.Step.MovesOn, names);
        Rules = [.. at.Step.Rules.Select(key => programmes.Rules.InForce(key, Seen.Today)).OfType<RuleVersion>()];
        return Page();
    }
}
