using System.Globalization;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Localization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CommonGround.Web.Infrastructure.Language;

/// <summary>
/// Which language a request is answered in: what was chosen in this browser, else what the signed-in person
/// has chosen for themselves, else what the browser asks for.
/// </summary>
public static class LanguageChoice
{
    public const string Cookie = "language";

    /// <summary>The claim that sign-in sets from the person's own settings.</summary>
    public const string Claim = "language";

    /// <summary>Runs after authentication, because the signed-in person's own language counts.</summary>
    public static IApplicationBuilder UseLanguage(this IApplicationBuilder app)
    {
        var fallback = app.ApplicationServices.GetRequiredService<IOptions<HouseUiOptions>>().Value.Language;
        var cultures = Languages.All.Select(Languages.CultureOf).ToList();
        return app.UseRequestLocalization(new RequestLocalizationOptions
        {
            SupportedCultures = cultures,
            SupportedUICultures = cultures,
            DefaultRequestCulture = new RequestCulture(Languages.CultureOf(Languages.Knows(fallback) ? fallback : Languages.Fallback)),
            RequestCultureProviders = [new CustomRequestCultureProvider(Choose)],
        });
    }

    public static void MapLanguageChoice(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/language", Set).AllowAnonymous().DisableAntiforgery().WithMetadata(new OpenToAllAttribute());

    private static Task<ProviderCultureResult?> Choose(HttpContext context)
    {
        var language = new[] { context.Request.Cookies[Cookie], context.User.FindFirst(Claim)?.Value }
            .Concat(Asked(context.Request))
            .FirstOrDefault(Languages.Knows);
        return Task.FromResult(language is null ? null : new ProviderCultureResult(Languages.CultureOf(language).Name));
    }

    // Norwegian reads Danish more easily than English; a browser set to it asks for "nb" or "no".
    private static IEnumerable<string?> Asked(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .Where(wish => wish.Quality is not 0)
            .OrderByDescending(wish => wish.Quality ?? 1)
            .Select(wish => wish.Value.ToString().Split('-')[0].ToLower(CultureInfo.InvariantCulture))
            .Select(wish => wish is "nb" or "nn" or "no" ? "da" : wish);

    private static async Task<IResult> Set(HttpContext context, IAntiforgery antiforgery)
    {
        // Checked by hand: other sites must not choose for anybody, but a stale token on a page that was open for long
        // must not cost them a language they can read.
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var language = form["language"].ToString();
        var ours = context.Request.Headers["Sec-Fetch-Site"] == "same-origin" || await antiforgery.IsRequestValidAsync(context);
        if (ours && Languages.Knows(language))
        {
            context.Response.Cookies.Append(Cookie, language, new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
            });
            await Keep(context, language);
        }

        return Results.LocalRedirect(LocalOnly(form["returnUrl"].ToString()));
    }

    /// <summary>Whoever is signed in is written to in it from now on.</summary>
    private static async Task Keep(HttpContext context, string language)
    {
        var me = context.Access().PersonId;
        if (me == Guid.Empty)
            return;

        var db = context.RequestServices.GetRequiredService<CommonGroundDb>();
        await db.Persons.IgnoreQueryFilters([CommonGroundDb.IdentityFilter]).Where(p => p.Id == me && p.Language != language)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Language, language), context.RequestAborted);
    }

    private static string LocalOnly(string url) =>
        url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal) && !url.StartsWith("/\\", StringComparison.Ordinal)
            ? url
            : "/";
}
