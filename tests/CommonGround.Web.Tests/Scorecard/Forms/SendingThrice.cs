using System.Net;
using CommonGround.Testing.Pages;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;

namespace CommonGround.Web.Tests.Scorecard.Forms;

/// <summary>
/// Whoever visits it sends each form three times: to one, and twice more to the other, with the cookies that they had when they pressed.
/// </summary>
/// <param name="withoutReceipts">The receipts of commands are taken away before a form is sent again: the negative control.</param>
public sealed class SendingThrice(bool withoutReceipts = false) : TwoNodes
{
    internal SentForms Sent { get; } = new();

    internal bool WithoutReceipts => withoutReceipts;

    public static async Task<SendingThrice> Start(bool withoutReceipts = false)
    {
        var product = new SendingThrice(withoutReceipts);
        await product.InitializeAsync();
        return product;
    }

    public override Visitor Visit()
    {
        var jar = new CookieContainer();
        var thrice = new Thrice(this, jar, new HttpMessageInvoker(Other.Server.CreateHandler()));
        return new Visitor(Factory, Factory.CreateDefaultClient(new Uri("https://localhost"), new RedirectHandler(), thrice, new CookieContainerHandler(jar)));
    }
}
