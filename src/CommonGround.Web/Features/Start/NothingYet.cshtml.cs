using CommonGround.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Start;

/// <summary>For someone who is signed in and has no part in any case, not yet or not any more.</summary>
[SignedIn]
public sealed class NothingYetModel : PageModel;
