using CommonGround.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Gallery;

/// <summary>Whole pages as they should look, with invented contents; the features' own pages are held against them.</summary>
[DemoOnly]
public sealed class CitizenModel : PageModel;

[DemoOnly]
public sealed class CaseModel : PageModel;

[DemoOnly]
public sealed class MeetingModel : PageModel;

[DemoOnly]
public sealed class SupervisorModel : PageModel;
