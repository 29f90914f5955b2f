using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Interviews.Paper;

/// <summary>The questions on paper, empty: for whoever would rather write by hand (need N74). The coordinator enters what comes back.</summary>
public abstract class PaperPage(InterviewReader interviews) : PageModel
{
    public InterviewPlace Place { get; private set; } = default!;

    public async Task<IActionResult> OnGet(string? step = null)
    {
        if (await interviews.Find(step) is not { } place)
            return NotFound();

        Place = place;
        return Page();
    }
}

/// <inheritdoc />
[InCase(Purpose.Interview, PartyRole.Citizen)]
public sealed class CitizenPaperModel(InterviewReader interviews) : PaperPage(interviews);

/// <inheritdoc />
[InCase(Purpose.Interview, PartyRole.Supervisor)]
public sealed class SupervisorPaperModel(InterviewReader interviews) : PaperPage(interviews);

/// <inheritdoc />
[InCase(Purpose.Interview, PartyRole.Coordinator)]
public sealed class LedPaperModel(InterviewReader interviews) : PaperPage(interviews);
