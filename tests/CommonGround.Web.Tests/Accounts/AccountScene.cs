using CommonGround.Domain.Accounts;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using CommonGround.Web.Infrastructure.Accounts;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Accounts;

/// <summary>Someone who was invited to work here, on an installation that had nobody; as far as the test needs them to have come.</summary>
public sealed class AccountScene
{
    public const string Password = "en lugn morgon i mars";

    private RunningProduct Product { get; init; } = default!;

    public string Email { get; } = $"{Guid.CreateVersion7():N}@region.example";

    /// <summary>The browser that they came in with.</summary>
    public Visitor Browser { get; private init; } = default!;

    public Person Person { get; private set; } = default!;

    public IReadOnlyList<string> Codes { get; private set; } = [];

    /// <summary>The key in letters, as it stands on the page.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Came in by the invitation, and chose nothing yet.</summary>
    public static async Task<AccountScene> Invited(RunningProduct product)
    {
        var scene = new AccountScene { Product = product, Browser = product.Visit() };
        var (person, key) = await scene.Invite();
        scene.Person = person;
        await Redeem(scene.Browser, key.Path, key.Code);
        return scene;
    }

    /// <summary>With password, authenticator and recovery codes; the time is then a little later, so that the next code is another.</summary>
    public static async Task<AccountScene> WithPassword(RunningProduct product)
    {
        var scene = await Invited(product);
        await AccountScene.SetPassword(scene.Browser, Password);
        var page = (await scene.Browser.Open("/account/authenticator")).ExpectOk();
        scene.Key = string.Concat(page.Text("main details p").Where(char.IsLetterOrDigit));
        scene.Codes = (await scene.Browser.Submit(page.Form().Fill("Code", scene.Code()))).ExpectOk().Texts(".codes li");
        product.Clock.Advance(TimeSpan.FromMinutes(2));
        return scene;
    }

    public async Task<(Person Person, InvitationKey Key)> Invite()
    {
        await using var scope = Product.Services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<StaffInvitations>().Invite(new NewStaff(
            Email, "Amina", "Nord", "sv", PartyRole.Coordinator, false, "Stressmottagningen", "Region Nord", OrganisationKind.RegionClinic, "se"));
        return outcome.Value;
    }

    public static async Task<Page> Redeem(Visitor visitor, string path, string code) =>
        await visitor.Submit((await visitor.Open(path)).Form().Fill("Code", code));

    public static async Task<Page> SetPassword(Visitor visitor, string password) =>
        await visitor.Submit((await visitor.Open("/account/password")).ExpectOk().Form().Fill("Password", password));

    /// <summary>What the app shows now.</summary>
    public string Code()
    {
        var bits = string.Concat(Key.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var key = bits.Chunk(8).Where(eight => eight.Length == 8).Select(eight => Convert.ToByte(new string(eight), 2)).ToArray();
        return TimeCode.At(key, TimeCode.StepAt(Product.Clock.GetUtcNow().UtcDateTime));
    }

    public Task<Page> SignIn(Visitor visitor, string password = Password, string? code = null, string? to = null) =>
        SignInAs(visitor, Email, password, code ?? Code(), to);

    public static async Task<Page> SignInAs(Visitor visitor, string name, string password, string code, string? to = null)
    {
        var page = (await visitor.Open("/sign-in" + (to is null ? "" : "?to=" + Uri.EscapeDataString(to)))).ExpectOk();
        return await visitor.Submit(page.Form("form:has([name=Password])").Fill("Name", name).Fill("Password", password).Fill("Code", code));
    }

    public Task<T> Read<T>(Func<CommonGroundDb, Task<T>> read) => Product.Services.With(read);

    public Task<List<SecurityEventKind>> Events() =>
        Read(db => db.SecurityEvents.Where(e => e.PersonId == Person.Id).OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync());

    /// <summary>Is this browser still let in?</summary>
    public static async Task<bool> IsIn(Visitor visitor) => (await visitor.Open("/account")).Address.AbsolutePath == "/account";
}
