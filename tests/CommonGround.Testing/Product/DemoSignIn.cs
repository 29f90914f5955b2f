using CommonGround.Testing.Pages;
using CommonGround.Web.Features.Demo;

namespace CommonGround.Testing.Product;

/// <summary>How a demo person signs in: <c>/demo</c> has a form with one button a person.</summary>
public static class DemoSignIn
{
    public static async Task As(Visitor visitor, string person)
    {
        var id = DemoFile.IdOf(person);
        var page = await visitor.Open("/demo");
        await visitor.Submit(page.Form($"form:has(button[value='{id}'])"), $"button[value='{id}']");
    }
}
