"""Does one work with a peer and tells what it took, as ModelBench does: one line of JSON.

usage: models.py WORK FOLDER ROWS THREADS
"""

import json
import os
import sys
import time

WORK, FOLDER, ROWS, THREADS = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS"):
    os.environ[name] = str(THREADS)

import numpy


def numbers(name):
    return numpy.fromfile(os.path.join(FOLDER, f"{name}-{ROWS}.f64"), "<f8")


def features():
    return numbers("features").reshape(ROWS, -1)


def first_rows(table, count):
    return table[(numpy.arange(count) * ROWS) // count].copy()


def kmeans(clusters, algorithm, iterations):
    from sklearn.cluster import KMeans

    table = features()
    model = KMeans(clusters, init=first_rows(table, clusters), n_init=1, max_iter=iterations, tol=0, algorithm=algorithm)
    return lambda: model.fit(table), lambda fitted: fitted.inertia_


def mixture():
    from sklearn.mixture import GaussianMixture

    table = features()
    model = GaussianMixture(8, covariance_type="full", max_iter=20, tol=0, means_init=first_rows(table, 8), init_params="random_from_data", random_state=0)
    return lambda: model.fit(table), lambda fitted: fitted.score(table)


def logistic():
    from sklearn.linear_model import LogisticRegression

    table, outcomes = features(), numbers("outcomes")
    model = LogisticRegression(C=1.0, solver="lbfgs", tol=1e-6, max_iter=1000)
    return lambda: model.fit(table, outcomes), lambda fitted: float(fitted.coef_[0, 0])


def halves():
    table, outcomes = features(), numbers("outcomes")
    cut = ROWS * 4 // 5
    return table[:cut], outcomes[:cut], table[cut:], outcomes[cut:]


def area(outcomes, scores):
    from sklearn.metrics import roc_auc_score

    return float(roc_auc_score(outcomes, scores))


def booster():
    import lightgbm

    return lightgbm.LGBMClassifier(
        n_estimators=100, num_leaves=31, learning_rate=0.1, n_jobs=THREADS, verbose=-1, deterministic=True, force_row_wise=True
    )


def boost_train():
    table, outcomes, rest, later = halves()
    return lambda: booster().fit(table, outcomes), lambda fitted: area(later, fitted.predict_proba(rest)[:, 1])


def boost_predict():
    table, outcomes, rest, later = halves()
    fitted = booster().fit(table, outcomes)
    return lambda: fitted.predict_proba(rest)[:, 1], lambda scores: area(later, scores)


def forest():
    from sklearn.ensemble import RandomForestClassifier

    table, outcomes, rest, later = halves()
    model = RandomForestClassifier(100, min_samples_leaf=5, n_jobs=THREADS, random_state=0)
    return lambda: model.fit(table, outcomes), lambda fitted: area(later, fitted.predict_proba(rest)[:, 1])


def contributions():
    table, outcomes, rest, _ = halves()
    fitted = booster().fit(table, outcomes)
    rest = rest[:10_000]
    return lambda: fitted.predict(rest, pred_contrib=True), lambda found: float(numpy.abs(found[:, :-1]).mean())


def lifetime():
    """The BG/NBD's likelihood (Fader, Hardie and Lee 2005, equation 6) with its slopes by automatic differences, as the
    usual library fits it: on the logarithms of the parameters, by L-BFGS."""
    from scipy.optimize import minimize
    from scipy.special import betaln, gammaln, logsumexp

    frequency, recency, age = numbers("frequency"), numbers("recency"), numbers("age")

    def loss(logarithms):
        r, alpha, a, b = numpy.exp(logarithms)
        constant = gammaln(r + frequency) - gammaln(r) + r * numpy.log(alpha)
        living = betaln(a, b + frequency) - betaln(a, b) - (r + frequency) * numpy.log(alpha + age)
        gone = numpy.where(
            frequency > 0,
            betaln(a + 1, b + numpy.maximum(frequency, 1) - 1) - betaln(a, b) - (r + frequency) * numpy.log(alpha + recency),
            -numpy.inf,
        )
        return -(constant + logsumexp(numpy.stack([living, gone]), axis=0)).mean()

    return lambda: minimize(loss, numpy.log([1, 1, 1, 1.0]), method="L-BFGS-B"), lambda found: -found.fun


def slices():
    from sliceline.slicefinder import Slicefinder

    table, errors = numbers("levels").reshape(ROWS, -1).astype(int) + 1, numbers("errors")
    finder = Slicefinder(alpha=0.95, k=10, max_l=3, min_sup=ROWS // 100, verbose=False)
    return lambda: finder.fit(table, errors), lambda fitted: float(fitted.top_slices_statistics_[0]["slice_score"])


WORKS = {
    "kmeans-iterations": lambda: kmeans(8, "lloyd", 10),
    "kmeans-8-lloyd": lambda: kmeans(8, "lloyd", 300),
    "kmeans-8-elkan": lambda: kmeans(8, "elkan", 300),
    "kmeans-50-lloyd": lambda: kmeans(50, "lloyd", 300),
    "kmeans-50-elkan": lambda: kmeans(50, "elkan", 300),
    "mixture": mixture,
    "logistic": logistic,
    "boost-train": boost_train,
    "boost-predict": boost_predict,
    "forest": forest,
    "contributions": contributions,
    "lifetime": lifetime,
    "slices": slices,
}


def main():
    import warnings

    warnings.simplefilter("ignore")
    work, check = WORKS[WORK]()
    clock, processor = time.perf_counter(), time.process_time()
    result = work()
    took = time.perf_counter() - clock, time.process_time() - processor
    print(json.dumps({"seconds": took[0], "processor": took[1], "check": float(check(result))}))


main()
