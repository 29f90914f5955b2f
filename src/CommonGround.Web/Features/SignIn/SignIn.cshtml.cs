using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.SignIn;

/// <summary>How to sign in. Until local accounts come, that is by invitation, or in the demo.</summary>
[OpenToAll]
public sealed class SignInModel(DemoMode demo) : PageModel
{
    public bool Demo => demo.On;
}
