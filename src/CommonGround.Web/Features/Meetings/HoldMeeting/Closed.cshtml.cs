using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Meetings.HoldMeeting;

/// <summary>What takes the place of an open board whose reader may no longer read it.</summary>
[SignedIn(Purpose.Own)]
public sealed class ClosedModel : PageModel;
