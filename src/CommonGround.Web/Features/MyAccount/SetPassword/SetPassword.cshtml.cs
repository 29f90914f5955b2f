using CommonGround.Domain;
using CommonGround.Domain.Accounts;
using CommonGround.Domain.Cases;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Accounts;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.MyAccount.SetPassword;

/// <summary>Chooses a password, or another one. Then whoever is signed in elsewhere is so no longer.</summary>
[SignedIn]
public sealed class SetPasswordModel(
    CommonGroundDb db, OwnAccount own, Sessions sessions, IPasswordHasher<Account> hasher, CommonPasswords common, Texts texts) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public bool HasOne { get; private set; }

    public bool NeedsAuthenticator { get; private set; }

    public int AtLeast => PasswordRules.AtLeast(NeedsAuthenticator);

    public async Task<IActionResult> OnGet()
    {
        if (await own.AskForProof("/account/password") is { } proof)
            return proof;

        var account = await Load();
        Name = account?.SignInName ?? (await own.Person()).Email;
        return Page();
    }

    public async Task<IActionResult> OnPost(Guid commandId)
    {
        if (await own.AskForProof("/account/password") is { } proof)
            return proof;
        if (await own.LedTo(commandId) is { } led)
            return LocalRedirect(led);

        await Load();
        var person = await own.Person();
        var name = SignInName.Choose(Name ?? "", person.Email);
        if (name.Error is { } wrong)
            ModelState.Refuse(wrong, texts, nameof(Name));
        else if (await db.Accounts.AnyAsync(a => a.SignInName == name.Value && a.PersonId != person.Id))
            ModelState.Refuse(new SignInNameTaken(), texts, nameof(Name));
        var ownWords = new[] { person.GivenName, person.FamilyName, "commonground" }.Concat((person.Email ?? "").Split('@', '.')).Append(Name ?? "")
            .Concat(await WhereTheyWork(person.Id));
        if (PasswordRules.Check(Password ?? "", NeedsAuthenticator, ownWords, common.All).Error is { } weak)
            ModelState.AddModelError(nameof(Password), weak is PasswordTooShort ? texts["account.password.too-short", AtLeast] : texts["refused.PasswordTooCommon"]);
        return ModelState.IsValid ? await Set(person, name.Value, commandId) : Page();
    }

    private async Task<IEnumerable<string>> WhereTheyWork(Guid personId) =>
        (await db.Memberships.AsNoTracking().Include(m => m.Unit).ThenInclude(u => u!.Organisation).Where(m => m.PersonId == personId).ToListAsync())
        .SelectMany(m => new[] { m.Unit!.Name, m.Unit.NameToWorkplace, m.Unit.Organisation!.Name }).SelectMany(PasswordRules.WaysToWrite);

    private async Task<IActionResult> Set(Person person, string name, Guid commandId)
    {
        var account = await own.FindOrMake();
        account.SetPassword(name, hasher.HashPassword(account, Password!), own.Now);
        own.Changed(person, SecurityEventKind.PasswordSet);
        var next = NeedsAuthenticator && !account.HasAuthenticator ? "/account/authenticator" : "/account";
        if (!await own.Save(commandId, next))
        {
            ModelState.Refuse(new SignInNameTaken(), texts, nameof(Name));
            return Page();
        }

        await sessions.EndOthers(HttpContext, person.Id);
        return LocalRedirect(next).Done(HttpContext, "account.password.done");
    }

    private async Task<Account?> Load()
    {
        var account = await own.Find();
        HasOne = account is { HasPassword: true };
        NeedsAuthenticator = account is { HasAuthenticator: true } || await own.Group() != SessionGroup.Supervisor;
        return account;
    }
}
