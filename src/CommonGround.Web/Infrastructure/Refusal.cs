using CommonGround.Domain;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CommonGround.Web.Infrastructure;

/// <summary>Turns a named error of the domain into words in the error summary: <c>ModelState.Refuse(outcome.Error, T)</c>.</summary>
public static class Refusal
{
    /// <summary>The text is <c>refused.PlanChangedMeanwhile</c>; <paramref name="field"/> leads to the field it is about.</summary>
    public static void Refuse(this ModelStateDictionary state, Error error, Texts t, string field = "") =>
        state.AddModelError(field, t.Has("refused." + error.Name) ? t["refused." + error.Name] : t["refused.not-now"]);
}
