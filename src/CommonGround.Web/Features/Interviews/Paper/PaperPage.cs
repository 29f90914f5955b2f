using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Interviews.Paper;

/// <summary>The questions on paper, empty: for whoever would rather write by hand (need N74). The coordinator enters what comes back.</summary>
public abstract class PaperPage(InterviewReader interviews, Readers readers) : PageModel
{
    public InterviewPlace Place { get; private set; } = default!;

    /// <summary>Who reads an answer of a kind, said to whoever the paper is for.</summary>
    public Func<InformationKind, string> Says { get; private set; } = default!;

    public async Task<IActionResult> OnGet(string? step = null)
    {
        if (await interviews.Find(step) is not { } place)
            return NotFound();

        Place = place;
        Says = await readers.For(place, place.Respondent.Role);
        return Page();
    }
}

/// <inheritdoc />
[InCase(Purpose.Interview, PartyRole.Citizen)]
public sealed class CitizenPaperModel(InterviewReader interviews, Readers readers) : PaperPage(interviews, readers);

/// <inheritdoc />
[InCase(Purpose.Interview, PartyRole.Supervisor)]
public sealed class SupervisorPaperModel(InterviewReader interviews, Readers readers) : PaperPage(interviews, readers);

/// <inheritdoc />
[InCase(Purpose.Interview, PartyRole.Coordinator)]
public sealed class LedPaperModel(InterviewReader interviews, Readers readers) : PaperPage(interviews, readers);
