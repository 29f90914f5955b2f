using System.ComponentModel.DataAnnotations;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Gallery;

/// <summary>All parts that pages are made of, for developers and demonstrations.</summary>
[DemoOnly]
public sealed class PartsModel(Texts t, TimeProvider clock) : PageModel
{
    [BindProperty]
    public Sample Input { get; set; } = new() { Day = new DateOnly(2027, 1, 12), Way = Way.Video };

    [BindProperty(SupportsGet = true)]
    public Way? Filter { get; set; }

    public IReadOnlyList<Choice> Ways => Choice.Of<Way>(t, "gallery.way.");

    public IActionResult OnPost() =>
        ModelState.IsValid ? RedirectToPage().Done(HttpContext, "gallery.support-text") : Page();

    /// <summary>Keeps nothing: it shows how a draft that saves itself is answered.</summary>
    public IActionResult OnPostDraft() => Partial("_SavedAt", new SavedAtView(clock.GetUtcNow().UtcDateTime, Note: t["gallery.meeting.all-see"]));

    public enum Way
    {
        Clinic,
        Video,
        Unsure,
    }

    public sealed class Sample
    {
        [Required]
        public string? Name { get; set; }

        [StringLength(20)]
        public string? Phone { get; set; }

        [Required]
        public string? Story { get; set; }

        public DateOnly? Day { get; set; }

        public Way? Way { get; set; }

        public IReadOnlyList<Way> Helps { get; set; } = [];

        public Way? Place { get; set; }

        public bool Tell { get; set; }
    }
}
