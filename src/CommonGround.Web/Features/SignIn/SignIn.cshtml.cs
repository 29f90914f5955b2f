using CommonGround.Domain;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Accounts;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.SignIn;

/// <summary>
/// How to sign in: name, password and code, which works without a script, or a passkey. Someone who is signed in comes here to show once
/// more that it is them, before they change how they sign in.
/// </summary>
[OpenToAll]
public sealed class SignInModel(DemoMode demo, SignInHandler handler, Passkeys passkeys, Texts texts, TimeProvider clock) : PageModel
{
    // Longer ones were not written by hand.
    private const int Longest = 400;

    public bool Demo => demo.On;

    public bool Again => SignedInAs.Of(User) is not null;

    /// <summary>Where the person was on their way to.</summary>
    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public void OnGet()
    {
        // Only shows the form.
    }

    public async Task<IActionResult> OnPost()
    {
        if (string.IsNullOrWhiteSpace(Name))
            ModelState.AddModelError(nameof(Name), texts["sign-in.name-missing"]);
        if (string.IsNullOrEmpty(Password))
            ModelState.AddModelError(nameof(Password), texts["sign-in.password-missing"]);
        if (!ModelState.IsValid)
            return Page();

        var tooLong = Name!.Length > Longest || Password!.Length > Longest || Code?.Length > Longest;
        return Answer(tooLong ? new SignInNotRight() : await handler.ByPassword(HttpContext, Name, Password!, Code ?? ""));
    }

    /// <summary>For the script: what to ask the browser for.</summary>
    public async Task<IActionResult> OnPostAsk() => Content(await passkeys.AskForAny(HttpContext), "application/json");

    public async Task<IActionResult> OnPostPasskey(string? answer)
    {
        var outcome = await handler.ByPasskey(HttpContext, answer ?? "");
        if (outcome.Succeeded)
            return Onward();

        ModelState.Clear();
        ModelState.AddModelError("", texts["sign-in.passkey-not"]);
        return Page();
    }

    private IActionResult Answer(Outcome<Done> outcome)
    {
        if (outcome.Succeeded)
            return Onward();

        // What was written stands in the page no longer than it must.
        ModelState.Remove(nameof(Code));
        (Password, Code) = (null, null);
        ModelState.AddModelError("", outcome.Error switch
        {
            SignInRests rests => texts.Count("sign-in.rests", Math.Max(1, (int)Math.Ceiling((rests.Until - clock.UtcNow()).TotalMinutes))),
            SecondFactorMissing => texts["sign-in.second-missing"],
            _ => texts["sign-in.not-right"],
        });
        return Page();
    }

    private LocalRedirectResult Onward() => LocalRedirect(Url.IsLocalUrl(To) ? To : "/");
}
