using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Errors;

/// <summary>
/// The page in place of a bare status code. 403 reads as 404: what is not yours and what is not there look the same.
/// It asks nothing of the database, so it can be shown when that is what is down.
/// </summary>
[OpenToAll, IgnoreAntiforgeryToken]
public sealed class StatusModel : PageModel
{
    /// <summary>End of the text keys of what happened.</summary>
    public string What { get; private set; } = "missing";

    /// <summary>What was about to be sent, where the form had expired, or its sender was signed out or may not send it.</summary>
    public KeptForm? Kept { get; private set; }

    /// <summary>It may not be sent again: the words are there to be copied.</summary>
    public bool IsClosed => What == "closed";

    public bool SignedOut => What == "signed-out";

    /// <summary>For whoever helps: finds the request in the log, says nothing about anybody.</summary>
    public string Reference => HttpContext.TraceIdentifier;

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    private void Show(int code)
    {
        Response.StatusCode = code is >= 400 and < 600 ? code : StatusCodes.Status404NotFound;
        Kept = KeptForm.Of(HttpContext);
        What = code switch
        {
            401 => "signed-out",
            429 => "often",
            413 => "too-large",
            400 or 405 or 415 => Kept is null ? "not-understood" : "expired",
            503 => "resting",
            >= 500 => "ours",
            _ => Kept?.Written.Any() == true ? "closed" : "missing",
        };
        if (HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null
            && HttpContext.Features.Get<IExceptionHandlerFeature>() is null)
        {
            // Someone opened the address itself.
            What = "missing";
            Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
